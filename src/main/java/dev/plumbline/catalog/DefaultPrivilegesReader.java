package dev.plumbline.catalog;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectType;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** What objects created later will carry, from {@code pg_default_acl} (manual 53.16): all creators, all schemas of the database. */
final class DefaultPrivilegesReader implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the default privileges", SqlText.of("default_privileges.sql"), List.of());
    }

    @Override
    public String gap() {
        return Gap.DEFAULT_PRIVILEGES;
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.defaultPrivileges(rows.map(DefaultPrivilegesReader::rule));
    }

    private static DefaultPrivilege rule(Rows.Row row) {
        List<AclItem> acl = AclParser.parse(row);
        ObjectType type = ObjectType.ofLetter(row.text("type").charAt(0));
        return new DefaultPrivilege(row.name("creator"), row.nameOrNull("schema"), type, acl == null ? List.of() : acl);
    }
}
