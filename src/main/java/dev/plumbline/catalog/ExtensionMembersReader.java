package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** What belongs to an extension, from {@code pg_depend} (manual 53.18, dependency type {@code e}). */
final class ExtensionMembersReader implements AccessSubject {
    @Override
    public Query query() {
        return new Query("the members of extensions", SqlText.of("access_extension_members.sql"), List.of());
    }

    @Override
    public String gap() {
        return Gap.EXTENSION_MEMBERS;
    }

    @Override
    public void read(Rows rows, AccessDraft draft) {
        rows.rows().forEach(row -> draft.extensionMember(row.number("catalog"), row.number("oid")));
    }
}
