package dev.plumbline.drift.velocity;

/**
 * Why a live table is not what its SchemaDefinition asks for. The first four groups are the common causes of Velocity's runbook "Quarantine Drifted Schema";
 * {@code cause} is what happened in that page's sense, {@code recovery} what sets it right, {@code corrected} what that page says and the server or the operator does not do.
 */
public enum SchemaCause {
    INDEX_MISSING(
            "VEL-411",
            "an index is missing",
            "Somebody dropped it in the database (DROP INDEX), or it was never built.",
            "Build it with CREATE INDEX CONCURRENTLY: reads and writes go on. Restarting the operator builds it too, but without CONCURRENTLY, so writes wait.",
            "Velocity's runbook reads \"indexes:\" of the resource: velocity.sh/v1 has no such list, indexes come from the flags of the fields, and are named"
                    + " idx_<table>_<column>. It deletes the operator's Deployment and then restarts it: after the first command there is nothing to restart."
                    + " The annotation force-reconcile builds no index, since the operator skips a resource whose spec it has seen."),
    INDEX_INVALID(
            "VEL-412",
            "an index is there and not used",
            "A CREATE INDEX CONCURRENTLY was cut or failed: the index is invalid, costs every write, and serves no read.",
            "Drop it and build it anew, both without keeping writers out: no read used it.",
            "Velocity's runbook lists indexes by name: an invalid one is in that list too."),
    INDEX_DIFFERS(
            "VEL-413",
            "an index of this name has another definition",
            "It was made by hand, or by an older version of the field's flags.",
            "Build the wanted one beside it, then swap the names.",
            ""),
    COLUMN_MISSING(
            "VEL-421",
            "a column is missing",
            "Somebody dropped it in the database (ALTER TABLE … DROP COLUMN), or the resource asks for it newly:"
                    + " the operator adds one that is NOT NULL only with the annotation breaking-change.",
            "Add it. It comes back empty: the values cannot come back but from a backup. A required field needs a value for the rows that are there before it can be NOT NULL.",
            "Velocity's runbook adds approval_date as timestamp: a datetime of Velocity is timestamp with time zone, so that column would differ again."
                    + " Its other way, the annotation breaking-change, makes the operator accept nothing: it never drops a column, approved or not."),
    COLUMN_DIFFERS(
            "VEL-422",
            "a column has another type, or is NOT NULL where it should not be, or the reverse",
            "Somebody altered it in the database, or the resource was changed and the operator refuses the breaking change.",
            "Change the column, or the resource. The operator changes no type, even where the change is approved.",
            ""),
    CONSTRAINT_MISSING(
            "VEL-431",
            "a constraint is missing",
            "Somebody dropped it in the database, or the resource asks for it newly; rows that break it may be there.",
            "Count the rows that break it, add it NOT VALID, then VALIDATE it: rows are read while others write.",
            "Velocity's runbook calls ADD CONSTRAINT … NOT VALID a check whether adding would fail: it adds the constraint, and every new row is held to it at once."
                    + " Velocity makes no constraint of min, max or pattern."),
    CONSTRAINT_DIFFERS(
            "VEL-432",
            "a constraint of this name has another definition, or was never validated",
            "It was made by hand, or added NOT VALID and left so.",
            "Validate it, or make it anew.",
            ""),
    POLICY_MISSING(
            "VEL-441",
            "a policy is missing",
            "It was dropped in the database. With row security on and no policy that lets them, sessions see no rows.",
            "Create it. Permissive policies widen one another: a row is seen when any of them lets it be seen.",
            "The policy region_isolation of Velocity's runbook is none that Velocity makes. Its current_setting('app.current_region') fails in every session that has not"
                    + " set it; with a second argument true it would give no rows."),
    POLICY_DIFFERS(
            "VEL-442",
            "a policy of this name has another condition",
            "It was made by hand, or an older version of the operator made it.",
            "Set its condition.",
            ""),
    ROW_SECURITY_OFF(
            "VEL-443",
            "row security is off",
            "Somebody disabled it: every session that may read the table reads all rows, whatever the policies say.",
            "Enable it at once, in the transaction that makes the policies that are missing: without any, sessions see no rows.",
            "Velocity's runbook enables row security last, which is right where each statement stands alone, and says not that the owner of the table and roles with BYPASSRLS pass it by: Velocity does not force it."),
    TABLE_MISSING(
            "VEL-451",
            "the table is missing",
            "It was dropped or renamed, the operator has not made it yet, or it stands in quarantine.",
            "Look for it in platform_quarantine first. Otherwise make it anew, empty, or restore it from a backup.",
            "Deleting the resource drops no table, other than Velocity's runbook says: it leaves it without an owner, and the same resource applied again takes it on as it is."),
    OPERATOR_PART_MISSING(
            "VEL-461",
            "something that only the operator can make is missing",
            "It was dropped in the database; how the operator writes it is not published.",
            "Restart the operator: it makes its triggers, full text search and the policies of roles again.",
            ""),
    UNDECLARED(
            "VEL-471",
            "the table has something that the resource does not ask for",
            "It was made by hand, or a field was taken out of the resource; the operator leaves it.",
            "Add it to the resource, or drop it. Dropping a column loses its values.",
            "");

    private final String code;
    private final String title;
    private final String cause;
    private final String recovery;
    private final String corrected;

    SchemaCause(String code, String title, String cause, String recovery, String corrected) {
        this.code = code;
        this.title = title;
        this.cause = cause;
        this.recovery = recovery;
        this.corrected = corrected;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String cause() {
        return cause;
    }

    public String recovery() {
        return recovery;
    }

    /** Empty where the page says nothing that is wrong. */
    public String corrected() {
        return corrected;
    }

    /** Whether the table is not what the resource asks for; what is there beyond that is told apart. */
    public boolean isDrift() {
        return this != UNDECLARED;
    }
}
