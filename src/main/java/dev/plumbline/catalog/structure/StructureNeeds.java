package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What needs what ({@code pg_depend}), between the things that were read. What is not read, such as a language, is in no need. */
final class StructureNeeds {
    private static final String DEFAULTS = "pg_attrdef";
    private static final String RELATIONS = "pg_class";
    private static final Set<String> MEMBERS = Set.of("pg_amop", "pg_amproc");

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
        List<StructureNeed> needs = new ArrayList<>(ofMembers(rows));
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

    /** What a member of an operator class or family needs, the class or family needs. */
    private List<StructureNeed> ofMembers(Rows rows) {
        Map<Row, Set<StructureName>> told = new LinkedHashMap<>();
        for (Rows.Row row : rows.rows()) {
            if (MEMBERS.contains(row.text("catalog"))) {
                StructureName on = find(row.text("on_catalog"), row.number("on_oid"), row.number("on_sub"));
                if (on != null) {
                    told.computeIfAbsent(
                                    new Row(row.text("catalog"), row.number("oid"), 0), none -> new LinkedHashSet<>())
                            .add(on);
                }
            }
        }
        List<StructureNeed> needs = new ArrayList<>();
        for (Set<StructureName> ofOne : told.values()) {
            for (StructureName holder : ofOne) {
                if (isHolder(holder)) {
                    ofOne.stream()
                            .filter(on -> !on.equals(holder) && !isHolder(on))
                            .forEach(on -> needs.add(new StructureNeed(holder, false, on, false)));
                }
            }
        }
        return needs;
    }

    private static boolean isHolder(StructureName name) {
        return name.kind() == StructureKind.OPERATOR_CLASS || name.kind() == StructureKind.OPERATOR_FAMILY;
    }

    /** A column of a view is no thing of its own: the view stands for it. */
    private @Nullable StructureName find(String catalog, long oid, long sub) {
        StructureName name = names.get(new Row(catalog, oid, sub));
        return name != null || sub == 0 ? name : names.get(new Row(catalog, oid, 0));
    }
}
