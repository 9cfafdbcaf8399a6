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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What needs what ({@code pg_depend}), between the things that were read. What is not read, such as a language, is in no need. */
final class StructureNeeds {
    private static final String DEFAULTS = "pg_attrdef";
    private static final String RELATIONS = "pg_class";
    private static final Set<String> MEMBERS = Set.of("pg_amop", "pg_amproc");

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
        List<StructureNeed> needs = new ArrayList<>(ofMembers(rows));
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

    /** What a member of an operator class or family needs, the class or family needs. */
    private List<StructureNeed> ofMembers(Rows rows) {
        Set<Long> members = MEMBERS.stream().map(this::number).collect(Collectors.toSet());
        Map<Row, Set<StructureName>> told = new LinkedHashMap<>();
        for (Rows.Row row : rows.rows()) {
            if (members.contains(row.number("catalog"))) {
                StructureName on = find(row.number("on_catalog"), row.number("on_oid"), row.number("on_sub"));
                if (on != null) {
                    told.computeIfAbsent(
                                    new Row(row.number("catalog"), row.number("oid"), 0), none -> new LinkedHashSet<>())
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
    private @Nullable StructureName find(long catalog, long oid, long sub) {
        StructureName name = names.get(new Row(catalog, oid, sub));
        return name != null || sub == 0 ? name : names.get(new Row(catalog, oid, 0));
    }
}
