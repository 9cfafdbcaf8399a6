package dev.plumbline.plan.rotation;

/**
 * One step of a rotation. {@code loop} is its number among the seven steps that dba-operator's design names; {@code text} what it does, as SQL or in words, with {@code ***} in the
 * place of what nobody may read.
 */
public record RotationStep(Kind kind, String version, int loop, String title, String text) {
    public enum Kind {
        CHECK_PODS("unused-pods"),
        CHECK_SESSIONS("unused-sessions"),
        CLOSE_LOGIN("close-login"),
        DROP_ROLE("drop-role"),
        DELETE_SECRET("delete-secret"),
        CHECK_HINTS("check-hints"),
        RUN_MIGRATION("run-migration"),
        MAKE_GROUP("make-group"),
        GRANT_TABLES("grant-tables"),
        CREATE_ROLE("create-role"),
        SET_PASSWORD("set-password"),
        WRITE_SECRET("write-secret"),
        WRITE_STATUS("write-status");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public String id() {
        return kind.word() + ":" + version;
    }

    /** Cannot be taken back, and is allowed one by one. */
    public boolean destructive() {
        return kind == Kind.DROP_ROLE || kind == Kind.DELETE_SECRET;
    }

    /** Changes the database, not only the cluster. */
    public boolean changesDatabase() {
        return switch (kind) {
            case CLOSE_LOGIN, DROP_ROLE, MAKE_GROUP, GRANT_TABLES, CREATE_ROLE, SET_PASSWORD -> true;
            case CHECK_PODS, CHECK_SESSIONS, CHECK_HINTS, DELETE_SECRET, RUN_MIGRATION, WRITE_SECRET, WRITE_STATUS ->
                false;
        };
    }
}
