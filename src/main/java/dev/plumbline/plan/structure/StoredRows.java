package dev.plumbline.plan.structure;

import dev.plumbline.drift.structure.Renames;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rows that are there while a plan is made, as its steps speak of them. Rows are counted before anything runs, so a table that is to be renamed, or whose columns are, is read by
 * the names that it has, under those that it gets.
 */
final class StoredRows {
    private final State from;
    private final Renames renames;
    private final Map<StructureName, StructureName> before;

    /**
     * @param from the state behind the renames
     * @param before what is called otherwise there, and how it is called now
     */
    private StoredRows(State from, Renames renames, Map<StructureName, StructureName> before) {
        this.from = from;
        this.renames = renames;
        this.before = before;
    }

    /** @param first the state before the renames */
    static StoredRows of(State from, Renames renames, StructureSnapshot first) {
        return new StoredRows(from, renames, new HashMap<>(renames.before(first)));
    }

    /** What stands behind {@code FROM}, for the table that a part belongs to. */
    Sql tableOf(StructureName part) {
        Name table = Objects.requireNonNull(part.parent());
        Sql source = source(part);
        return source.equals(Words.parent(part)) ? source : Sql.of("%s AS %I", source, table);
    }

    /** The same under another name. */
    Sql tableOf(StructureName part, Name alias) {
        return Sql.of("%s AS %I", source(part), alias);
    }

    /** @param table as the server wrote it, with its schema */
    Sql table(String table) {
        StructureName part = part(table);
        return part.schema() == null ? Words.server(table) : tableOf(part);
    }

    /** @param table as the server wrote it, with its schema */
    Sql table(String table, Name alias) {
        StructureName part = part(table);
        return part.schema() == null ? Sql.of("%s AS %I", Words.server(table), alias) : tableOf(part, alias);
    }

    /** An expression over such rows, with what else it speaks of by the names of now. */
    Sql expression(String text) {
        return Words.server(renames.before(text));
    }

    private Sql source(StructureName part) {
        StructureName table = from.wholeOf(part);
        if (table == null) {
            return Words.parent(part);
        }
        List<Sql> columns = new ArrayList<>();
        boolean renamed = false;
        for (Structure column : from.columnsOf(table)) {
            StructureName stored = before.getOrDefault(column.name(), column.name());
            renamed |= !stored.name().equals(column.name().name());
            columns.add(Sql.of("%I AS %I", Name.of(stored.name()), Words.name(column)));
        }
        Sql stored = Words.qualified(before.getOrDefault(table, table));
        return renamed ? Sql.of("(SELECT %s FROM %s)", Sql.join(", ", columns), stored) : stored;
    }

    /** Some part of the table, which tells the table. */
    private static StructureName part(String table) {
        int schema = Words.nameLength(table);
        boolean whole = schema == table.length();
        return new StructureName(
                StructureKind.COLUMN,
                whole ? null : Name.of(Words.bare(table.substring(0, schema))),
                Name.of(Words.bare(whole ? table : table.substring(schema + 1))),
                "");
    }
}
