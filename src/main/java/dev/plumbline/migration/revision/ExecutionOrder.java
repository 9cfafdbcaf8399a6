package dev.plumbline.migration.revision;

/** What becomes of a file that is older than what was run last (Atlas' {@code --exec-order}). */
public enum ExecutionOrder {
    /** Nothing runs. */
    LINEAR,
    /** It is left out. */
    LINEAR_SKIP,
    /** It runs. */
    NON_LINEAR
}
