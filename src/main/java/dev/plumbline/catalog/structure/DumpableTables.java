package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@code pg_dump --table} can name: tables, partitions with their parents, views, sequences (PostgreSQL manual, pg_dump). */
public final class DumpableTables {
    /**
     * One of them.
     *
     * @param kind as {@code pg_class.relkind}
     * @param parent schema and name of the table that it is a partition of, null for none
     * @param ofExtension it belongs to an extension, which says itself what of it is dumped
     */
    public record Relation(
            Name schema, Name name, String kind, @Nullable List<Name> parent, boolean ofExtension) {}

    /** Inside the transaction that is open. */
    public List<Relation> read(PgSession session, CancelToken cancel) {
        Query query = new Query("the tables to dump", SqlText.of("structure/dumpable_tables.sql"), List.of());
        return session.ask(List.of(query), cancel).get(0).map(DumpableTables::relation);
    }

    private static Relation relation(Rows.Row row) {
        Name parentSchema = row.nameOrNull("parent_schema");
        Name parent = row.nameOrNull("parent_name");
        return new Relation(
                row.name("schema"),
                row.name("name"),
                row.text("kind"),
                parentSchema == null || parent == null ? null : List.of(parentSchema, parent),
                row.flag("of_extension"));
    }
}
