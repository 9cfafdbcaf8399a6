package dev.plumbline.catalog;

import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Gap;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** The connected database's own row of {@code pg_database} (manual 53.15). */
record DatabaseReader(String file) implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the database", SqlText.of(file), List.of());
    }

    @Override
    public String gap() {
        return Gap.DATABASE;
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        Rows.Row row = rows.only();
        draft.database(new DatabaseEntry(
                row.number("oid"),
                row.name("name"),
                row.name("owner"),
                AclParser.parse(row),
                Math.toIntExact(row.number("connection_limit")),
                row.text("encoding"),
                row.text("collation")));
    }

    @Override
    public boolean mayBeMissing() {
        return false;
    }
}
