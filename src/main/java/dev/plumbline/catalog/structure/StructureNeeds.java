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
import org.jspecify.annotations.Nullable;

/** What needs what ({@code pg_depend}), between the things that were read. What is not read, such as an operator, is in no need. */
final class StructureNeeds {
    private static final String DEFAULTS = "pg_attrdef";
    private static final String RELATIONS = "pg_class";

    private final Map<Row, StructureName> names = new HashMap<>();

    private record Row(String catalog, long oid, long sub) {}

    static Query query() {
        return new Query("what needs what", SqlText.of("structure/needs.sql"), List.of());
    }

    /** Remembers which row of the catalog a thing is. */
    void place(String catalog, Rows.Row row, StructureName name) {
        names.put(new Row(catalog, row.number("oid"), row.has("sub") ? row.number("sub") : 0), name);
    }

    List<StructureNeed> read(Rows rows) {
        List<StructureNeed> needs = new ArrayList<>();
        for (Rows.Row row : rows.rows()) {
            boolean ofDefault = row.text("catalog").equals(DEFAULTS);
            StructureName of = find(ofDefault ? RELATIONS : row.text("catalog"), row.number("oid"), row.number("sub"));
            StructureName on = find(row.text("on_catalog"), row.number("on_oid"), row.number("on_sub"));
            if (of != null && on != null && (ofDefault || !of.equals(on))) {
                needs.add(new StructureNeed(of, ofDefault, on, row.textOrNull("of_partition") != null));
            }
        }
        return needs;
    }

    /** A column of a view is no thing of its own: the view stands for it. */
    private @Nullable StructureName find(String catalog, long oid, long sub) {
        StructureName name = names.get(new Row(catalog, oid, sub));
        return name != null || sub == 0 ? name : names.get(new Row(catalog, oid, 0));
    }
}
