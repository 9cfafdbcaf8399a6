package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Role;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** Every role of the cluster with its attributes, from {@code pg_roles} (manual 54.20). */
record RolesReader(String file) implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the roles", SqlText.of(file), List.of());
    }

    @Override
    public String gap() {
        return Gap.ROLES;
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.roles(rows.map(RolesReader::role));
    }

    private static Role role(Rows.Row row) {
        return new Role(
                row.number("oid"),
                row.name("name"),
                row.flag("superuser"),
                row.flag("inherit"),
                row.flag("create_role"),
                row.flag("create_database"),
                row.flag("login"),
                row.flag("replication"),
                row.flag("bypass_row_security"),
                Math.toIntExact(row.number("connection_limit")),
                row.textOrNull("valid_until"));
    }
}
