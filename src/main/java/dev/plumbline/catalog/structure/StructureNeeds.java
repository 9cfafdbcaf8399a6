package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What needs what ({@code pg_depend}), between the things that were read. What is not read, such as an operator, is in no need. */
final class StructureNeeds {
    private static final String DEFAULTS = "pg_attrdef";
    private static final String RELATIONS = "pg_class";

    private final Map<String, Long> catalogs = new HashMap<>();
    private final Map<Row, StructureName> names = new HashMap<>();

    private record Row(long catalog, long oid, long sub) {}

    /** @param catalogs the answer to the second query: the number of each catalog, by which {@code pg_depend} names it */
    StructureNeeds(Rows catalogs) {
        catalogs.rows().forEach(row -> this.catalogs.put(row.text("name"), row.number("oid")));
    }

    static List<Query> queries() {
        return List.of(
                new Query("what needs what", SqlText.of("structure/needs.sql"), List.of()),
                new Query("the numbers of the catalogs", SqlText.of("structure/catalogs.sql"), List.of()));
    }

    /** Remembers which row of the catalog a thing is. */
    void place(String catalog, Rows.Row row, StructureName name) {
        names.put(new Row(number(catalog), row.number("oid"), row.has("sub") ? row.number("sub") : 0), name);
    }

    List<StructureNeed> read(Rows rows) {
        List<StructureNeed> needs = new ArrayList<>();
        long defaults = number(DEFAULTS);
        long relations = number(RELATIONS);
        for (Rows.Row row : rows.rows()) {
            boolean ofDefault = row.number("catalog") == defaults;
            StructureName of =
                    find(ofDefault ? relations : row.number("catalog"), row.number("oid"), row.number("sub"));
            StructureName on =
                    of == null ? null : find(row.number("on_catalog"), row.number("on_oid"), row.number("on_sub"));
            if (of != null && on != null && (ofDefault || !of.equals(on))) {
                needs.add(new StructureNeed(of, ofDefault, on, row.textOrNull("of_partition") != null));
            }
        }
        return needs;
    }

    private long number(String catalog) {
        return Objects.requireNonNull(catalogs.get(catalog), catalog);
    }

    /** A column of a view is no thing of its own: the view stands for it. */
    private @Nullable StructureName find(long catalog, long oid, long sub) {
        StructureName name = names.get(new Row(catalog, oid, sub));
        return name != null || sub == 0 ? name : names.get(new Row(catalog, oid, 0));
    }
}
