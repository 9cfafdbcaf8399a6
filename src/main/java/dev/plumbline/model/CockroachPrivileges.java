package dev.plumbline.model;

import static dev.plumbline.model.Privilege.BACKUP;
import static dev.plumbline.model.Privilege.CHANGEFEED;
import static dev.plumbline.model.Privilege.CONNECT;
import static dev.plumbline.model.Privilege.CREATE;
import static dev.plumbline.model.Privilege.DELETE;
import static dev.plumbline.model.Privilege.DROP;
import static dev.plumbline.model.Privilege.EXECUTE;
import static dev.plumbline.model.Privilege.INSERT;
import static dev.plumbline.model.Privilege.RESTORE;
import static dev.plumbline.model.Privilege.SELECT;
import static dev.plumbline.model.Privilege.TRIGGER;
import static dev.plumbline.model.Privilege.UPDATE;
import static dev.plumbline.model.Privilege.USAGE;
import static dev.plumbline.model.Privilege.ZONECONFIG;

/**
 * What CockroachDB's ALL stands for on each kind of object (CockroachDB v25.1, Authorization, "Supported privileges"; the lists of its own
 * {@code pkg/sql/privilege}). Recorded from its documentation, not run against a live CockroachDB. Columns have no grants there.
 */
final class CockroachPrivileges {
    private static final int TRIGGER_SINCE = 240_300;

    private CockroachPrivileges() {}

    static PrivilegeSet of(ObjectKind kind, ServerVersion version) {
        return switch (kind) {
            case DATABASE -> PrivilegeSet.of(BACKUP, CONNECT, CREATE, DROP, RESTORE, ZONECONFIG);
            case SCHEMA -> PrivilegeSet.of(CREATE, USAGE);
            case RELATION -> table(version);
            // Before v22.2 sequences were tables, whence the privileges that do nothing on them.
            case SEQUENCE -> PrivilegeSet.of(USAGE, SELECT, UPDATE, CREATE, DROP, INSERT, DELETE, ZONECONFIG);
            case ROUTINE -> PrivilegeSet.of(EXECUTE);
            case TYPE -> PrivilegeSet.of(USAGE);
            case COLUMN, LANGUAGE, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, TABLESPACE, PARAMETER, LARGE_OBJECT ->
                PrivilegeSet.NONE;
        };
    }

    private static PrivilegeSet table(ServerVersion version) {
        PrivilegeSet always =
                PrivilegeSet.of(BACKUP, CHANGEFEED, CREATE, DROP, SELECT, INSERT, DELETE, UPDATE, ZONECONFIG);
        return version.number() < TRIGGER_SINCE ? always : new PrivilegeSet(always.bits() | PrivilegeSet.bit(TRIGGER));
    }
}
