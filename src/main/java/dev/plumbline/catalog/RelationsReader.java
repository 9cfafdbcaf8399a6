package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;

/** Tables, views, materialized views, foreign tables and sequences in scope, from {@code pg_class} (manual 53.11), extensions' own left out. */
record RelationsReader(SnapshotScope scope) implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the tables and sequences", SqlText.of("relations.sql"), scope.asParameters());
    }

    @Override
    public String gap() {
        return Gap.OBJECTS + " that are tables and sequences";
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.objects(rows.map(RelationsReader::relation));
    }

    private static OwnedObject relation(Rows.Row row) {
        Name schema = row.name("schema");
        Name name = row.name("name");
        return new OwnedObject(
                row.number("oid"),
                ObjectType.ofLetter(row.text("type").charAt(0)),
                schema,
                Sql.of("%I", name),
                schema.shown() + "." + name.shown(),
                row.name("owner"),
                AclParser.parse(row));
    }
}
