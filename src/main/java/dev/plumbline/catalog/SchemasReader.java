package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Schema;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** The schemas of the database but for temporary and TOAST ones, from {@code pg_namespace} (manual 53.32). */
final class SchemasReader implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the schemas", SqlText.of("schemas.sql"), List.of());
    }

    @Override
    public String gap() {
        return Gap.SCHEMAS;
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.schemas(rows.map(
                row -> new Schema(row.number("oid"), row.name("name"), row.name("owner"), AclParser.parse(row))));
    }
}
