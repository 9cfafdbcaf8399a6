package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.RowSink;
import dev.plumbline.pg.Walk;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/**
 * What needs what ({@code pg_depend}), between the things that were read. What is not read, such as a language, is in no need. The rows are kept as numbers until somebody
 * asks for the needs. They come either as the server put them together (needs.sql) or as they are, with what stands for what beside them (plain_needs*.sql).
 */
final class StructureNeeds {
    private static final String DEFAULTS = "pg_attrdef";
    private static final String RELATIONS = "pg_class";
    private static final Set<String> MEMBERS = Set.of("pg_amop", "pg_amproc");
    private static final int WIDTH = 7;
    private static final int PARTITION = 6;

    private final Map<String, Integer> catalogs = new HashMap<>();
    private final Map<Row, Row> same = new HashMap<>();
    private final Map<Row, Row> members = new HashMap<>();
    private final Numbers rows = new Numbers();

    private record Row(int catalog, int oid, int sub) {}

    private record Need(Row of, Row on, boolean ofPartition) {}

    /** As the server puts them together. */
    List<Walk> walks() {
        return List.of(walk("what needs what", "needs", this::take), catalogs());
    }

    /** As they are. */
    List<Walk> plainWalks() {
        return List.of(
                walk("what needs what", "plain_needs", this::take),
                catalogs(),
                walk(
                        "what stands for what",
                        "plain_needs_same",
                        row -> same.put(new Row(oid(row, 1), oid(row, 2), 0), row(row, 3))),
                walk(
                        "what extensions hold",
                        "plain_needs_members",
                        row -> members.put(
                                new Row(oid(row, 1), oid(row, 2), 0),
                                new Row(number("pg_extension"), oid(row, 3), 0))));
    }

    private Walk catalogs() {
        return walk("the numbers of the catalogs", "catalogs", row -> catalogs.put(row.getString("name"), oid(row, 1)));
    }

    private static Walk walk(String subject, String file, RowSink sink) {
        return new Walk(new Query(subject, SqlText.of("structure/" + file + ".sql"), List.of()), sink);
    }

    private void take(ResultSet row) throws SQLException {
        for (int at = 1; at < WIDTH; at++) {
            rows.add(oid(row, at));
        }
        rows.add(row.getString(WIDTH) == null ? 0 : 1);
    }

    private static Row row(ResultSet row, int first) throws SQLException {
        return new Row(oid(row, first), oid(row, first + 1), oid(row, first + 2));
    }

    private static int oid(ResultSet row, int place) throws SQLException {
        return (int) row.getLong(place);
    }

    private int number(String catalog) {
        return Objects.requireNonNull(catalogs.get(catalog), catalog);
    }

    /** An index that is there for a constraint is that constraint. */
    void sameAsConstraint(Map<Integer, Integer> indexes) {
        int classes = number(RELATIONS);
        int constraints = number("pg_constraint");
        indexes.forEach(
                (index, constraint) -> same.put(new Row(classes, index, 0), new Row(constraints, constraint, 0)));
    }

    /** A default is told by the column that it is of. */
    void defaultsOf(PlainColumns columns) {
        int defaults = number(DEFAULTS);
        columns.forEachDefault(
                (oid, relation, column) -> same.put(new Row(defaults, oid, 0), new Row(defaults, relation, column)));
    }

    List<StructureNeed> make(ReadThings things) {
        Map<Row, StructureName> names = new HashMap<>();
        things.forEach((catalog, oid, sub, name) -> names.put(new Row(number(catalog), oid, sub), name));
        List<Need> told = new ArrayList<>(rows.size() / WIDTH);
        for (int at = 0; at < rows.size(); at += WIDTH) {
            Row of = new Row(rows.get(at), rows.get(at + 1), rows.get(at + 2));
            Row on = new Row(rows.get(at + 3), rows.get(at + 4), rows.get(at + 5));
            Row extension = members.get(new Row(on.catalog, on.oid, 0));
            told.add(new Need(itself(of), extension == null ? itself(on) : extension, rows.get(at + PARTITION) != 0));
        }
        List<StructureNeed> needs = new ArrayList<>(ofMembers(told, names));
        int defaults = number(DEFAULTS);
        int relations = number(RELATIONS);
        for (Need need : told) {
            boolean ofDefault = need.of.catalog == defaults;
            StructureName of = find(names, ofDefault ? new Row(relations, need.of.oid, need.of.sub) : need.of);
            StructureName on = of == null ? null : find(names, need.on);
            if (of != null && on != null && (ofDefault || !of.equals(on))) {
                needs.add(new StructureNeed(of, ofDefault, on, need.ofPartition));
            }
        }
        return needs;
    }

    private Row itself(Row row) {
        Row other = same.get(row.sub == 0 ? row : new Row(row.catalog, row.oid, 0));
        return other == null ? row : other;
    }

    /** What a member of an operator class or family needs, the class or family needs. */
    private List<StructureNeed> ofMembers(List<Need> rows, Map<Row, StructureName> names) {
        Set<Integer> holders = MEMBERS.stream().map(this::number).collect(Collectors.toSet());
        Map<Row, Set<StructureName>> told = new LinkedHashMap<>();
        for (Need need : rows) {
            StructureName on = holders.contains(need.of.catalog) ? find(names, need.on) : null;
            if (on != null) {
                told.computeIfAbsent(new Row(need.of.catalog, need.of.oid, 0), none -> new LinkedHashSet<>())
                        .add(on);
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
    private static @Nullable StructureName find(Map<Row, StructureName> names, Row row) {
        StructureName name = names.get(row);
        return name != null || row.sub == 0 ? name : names.get(new Row(row.catalog, row.oid, 0));
    }
}
