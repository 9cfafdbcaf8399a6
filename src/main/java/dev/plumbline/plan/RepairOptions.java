package dev.plumbline.plan;

/** {@code reapplyAll} grants also the default privileges that are already there, as the original command does. */
public record RepairOptions(boolean reapplyAll) {
    public static final RepairOptions ONLY_MISSING = new RepairOptions(false);
}
