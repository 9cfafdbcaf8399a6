package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** Who is a member of what, granted by whom, from {@code pg_auth_members} (manual 53.9; options of their own from version 16 on). */
record MembershipsReader(String file) implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the memberships", SqlText.of(file), List.of());
    }

    @Override
    public String gap() {
        return Gap.MEMBERSHIPS;
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.memberships(rows.map(MembershipsReader::membership));
    }

    private static Membership membership(Rows.Row row) {
        return new Membership(
                row.name("role"),
                row.name("member"),
                row.nameOrNull("grantor"),
                row.flag("admin"),
                row.flag("inherit"),
                row.flag("set"));
    }
}
