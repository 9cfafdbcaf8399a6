package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;

/**
 * Functions, procedures and aggregates in scope, from {@code pg_proc} (manual 53.39), extensions' own left out. The argument types are the input
 * types as {@code regprocedure} lists them, which GRANT takes for every kind; the form with names and ORDER BY it does not.
 */
record RoutinesReader(SnapshotScope scope) implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the functions", SqlText.of("routines.sql"), scope.asParameters());
    }

    @Override
    public String gap() {
        return Gap.OBJECTS + " that are functions";
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.objects(rows.map(RoutinesReader::routine));
    }

    private static OwnedObject routine(Rows.Row row) {
        Name schema = row.name("schema");
        Name name = row.name("name");
        String arguments = row.text("arguments");
        return new OwnedObject(
                row.number("oid"),
                ObjectType.FUNCTIONS,
                schema,
                new Sql(Sql.quoted(name) + "(" + arguments + ")"),
                schema.shown() + "." + name.shown() + "(" + Visible.text(arguments) + ")",
                row.name("owner"),
                AclParser.parse(row));
    }
}
