package dev.plumbline.migration.directory;

/** How the statements of migrations are bracketed (Atlas' {@code --tx-mode}). */
public enum TransactionMode {
    /** A transaction for each file. */
    FILE,
    /** One for all files together; no file can ask for it. */
    ALL,
    /** None: every statement is its own. */
    NONE
}
