package dev.plumbline.plan.structure;

/** Named risks of a step. What is blocking by itself may be told as an advisory where it does little harm; see {@link StructureHazard}. */
public enum HazardKind {
    DATA_LOSS(true),
    COLUMN_TYPE_CHANGE(true),
    CONSTRAINT_SCAN(true),
    NOT_REPLICA_SAFE(true),
    FUNCTION_SIGNATURE_CHANGE(true),
    ENUM_VALUE_DROP(true),
    VALIDATE_CONSTRAINT_SCAN(true),
    /** What is dropped and made again belongs to who runs the plan and has lost its grants. */
    GRANTS_LOST(true),
    /** Row security that is taken away or opened, also for a moment. */
    RLS_GAP(true),
    /** What a routine's body uses is known to no catalog. */
    UNTRACKED_DEPENDENCIES(false),
    /** Who may see or write which rows changes. */
    ROW_ACCESS_CHANGE(false),
    TABLE_LOCK(false),
    INDEX_BUILD(false),
    INDEX_REBUILD(false),
    INDEX_DROPPED(false),
    DEFERRED_CONSTRAINT_VALIDATION(false),
    STAGED_SET_NOT_NULL(false),
    COLUMN_REORDER(false);

    private final boolean blocking;

    HazardKind(boolean blocking) {
        this.blocking = blocking;
    }

    public boolean blocking() {
        return blocking;
    }
}
