package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.Name;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What needs what ({@code pg_depend}), between the things that were read. What is not read, such as a language, is in no need. The rows are kept as numbers until somebody
 * asks for the needs. They come either as the server put them together (needs.sql) or as they are, with what stands for what beside them (plain_needs*.sql) and without what
 * other rows imply.
 */
final class StructureNeeds {
    private static final String DEFAULTS = "pg_attrdef";
    private static final String RELATIONS = "pg_class";
    private static final String CONSTRAINTS = "pg_constraint";
    private static final int FIRST_NORMAL_OID = 16384;
    private static final Set<StructureKind> WITH_SCHEMA = Set.of(
            StructureKind.TABLE, StructureKind.FOREIGN_TABLE, StructureKind.VIEW, StructureKind.MATERIALIZED_VIEW);
    private static final int WIDTH = 7;
    private static final int PARTITION = 6;

    private final Map<String, Integer> catalogs = new HashMap<>();
    private final Map<CatalogRow, CatalogRow> same = new HashMap<>();
    private final Map<CatalogRow, CatalogRow> members = new HashMap<>();
    private final Numbers rows = new Numbers();
    private final ImpliedNeeds implied = new ImpliedNeeds();
    private boolean isPlain;

    ImpliedNeeds implied() {
        return implied;
    }

    /** As the server puts them together. */
    List<Walk> walks() {
        return List.of(walk("what needs what", "needs", this::take), catalogs());
    }

    /** As they are. */
    List<Walk> plainWalks() {
        isPlain = true;
        return List.of(
                walk("what needs what", "plain_needs", this::takeAll),
                catalogs(),
                walk(
                        "what stands for what",
                        "plain_needs_same",
                        row -> same.put(new CatalogRow(oid(row, 1), oid(row, 2), 0), row(row, 3))),
                walk(
                        "what extensions hold",
                        "plain_needs_members",
                        row -> members.put(
                                new CatalogRow(oid(row, 1), oid(row, 2), 0),
                                new CatalogRow(number("pg_extension"), oid(row, 3), 0))));
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

    /** All of them, in arrays beside each other. */
    private void takeAll(ResultSet row) throws SQLException {
        if (row.getString(1) == null) {
            return;
        }
        Numbers[] columns = new Numbers[WIDTH];
        for (int at = 0; at < WIDTH; at++) {
            columns[at] = Numbers.of(row.getString(at + 1));
        }
        for (int at = 0; at < columns[0].size(); at++) {
            for (Numbers column : columns) {
                rows.add(column.get(at));
            }
        }
    }

    private static CatalogRow row(ResultSet row, int first) throws SQLException {
        return new CatalogRow(oid(row, first), oid(row, first + 1), oid(row, first + 2));
    }

    private static int oid(ResultSet row, int place) throws SQLException {
        return (int) row.getLong(place);
    }

    private int number(String catalog) {
        return Objects.requireNonNull(catalogs.get(catalog), catalog);
    }

    List<StructureNeed> make(ReadThings things) {
        Map<CatalogRow, StructureName> names = new HashMap<>();
        things.forEach((catalog, oid, sub, name) -> names.put(new CatalogRow(number(catalog), oid, sub), name));
        List<ToldNeed> told = new ArrayList<>(rows.size() / WIDTH);
        if (isPlain) {
            addImplied(told);
            addSchemas(told, things);
        }
        for (int at = 0; at < rows.size(); at += WIDTH) {
            CatalogRow of = new CatalogRow(rows.get(at), rows.get(at + 1), rows.get(at + 2));
            CatalogRow on = new CatalogRow(rows.get(at + 3), rows.get(at + 4), rows.get(at + 5));
            told.add(new ToldNeed(itself(of), holder(on), rows.get(at + PARTITION) != 0));
        }
        List<StructureNeed> needs = new ArrayList<>(MemberNeeds.of(told, row -> find(names, row), this::number));
        int defaults = number(DEFAULTS);
        int relations = number(RELATIONS);
        for (ToldNeed need : told) {
            boolean ofDefault = need.of().catalog() == defaults;
            StructureName of = find(
                    names,
                    ofDefault
                            ? new CatalogRow(
                                    relations, need.of().oid(), need.of().sub())
                            : need.of());
            StructureName on = of == null ? null : find(names, need.on());
            if (of != null && on != null && (ofDefault || !of.equals(on))) {
                needs.add(new StructureNeed(of, ofDefault, on, need.ofPartition()));
            }
        }
        return needs;
    }

    /** An index that is there for a constraint is that constraint; a default is told by the column that it is of. */
    private void addImplied(List<ToldNeed> told) {
        int defaults = number(DEFAULTS);
        int relations = number(RELATIONS);
        int constraints = number(CONSTRAINTS);
        implied.ofConstraints()
                .forEach((index, constraint) ->
                        same.put(new CatalogRow(relations, index, 0), new CatalogRow(constraints, constraint, 0)));
        implied.forEachDefault((oid, relation, column) -> {
            CatalogRow byDefault = new CatalogRow(defaults, relation, column);
            same.put(new CatalogRow(defaults, oid, 0), byDefault);
            told.add(new ToldNeed(byDefault, holder(new CatalogRow(relations, relation, column)), false));
        });
        implied.forEachKeyOfConstraint((oid, relation, column) -> told.add(new ToldNeed(
                new CatalogRow(constraints, oid, 0), holder(new CatalogRow(relations, relation, column)), false)));
        implied.forEachKeyOfIndex((oid, relation, column) -> told.add(new ToldNeed(
                new CatalogRow(relations, oid, 0), holder(new CatalogRow(relations, relation, column)), false)));
    }

    /** Tables and views need their schema, unless the server came with it. */
    private void addSchemas(List<ToldNeed> told, ReadThings things) {
        Map<String, CatalogRow> schemas = new HashMap<>();
        things.forEach((catalog, oid, sub, name) -> {
            if (name.kind() == StructureKind.SCHEMA && Integer.compareUnsigned(oid, FIRST_NORMAL_OID) >= 0) {
                schemas.put(name.name(), new CatalogRow(number(catalog), oid, 0));
            }
        });
        things.forEach((catalog, oid, sub, name) -> {
            Name schema = name.schema();
            CatalogRow on = schema == null || !WITH_SCHEMA.contains(name.kind()) ? null : schemas.get(schema.text());
            if (on != null) {
                told.add(new ToldNeed(new CatalogRow(number(catalog), oid, 0), holder(on), false));
            }
        });
    }

    /** A member of an extension stands for it. */
    private CatalogRow holder(CatalogRow row) {
        CatalogRow extension = members.get(new CatalogRow(row.catalog(), row.oid(), 0));
        return extension == null ? itself(row) : extension;
    }

    private CatalogRow itself(CatalogRow row) {
        CatalogRow other = same.get(row.sub() == 0 ? row : new CatalogRow(row.catalog(), row.oid(), 0));
        return other == null ? row : other;
    }

    /** A column of a view is no thing of its own: the view stands for it. */
    private static @Nullable StructureName find(Map<CatalogRow, StructureName> names, CatalogRow row) {
        StructureName name = names.get(row);
        return name != null || row.sub() == 0 ? name : names.get(new CatalogRow(row.catalog(), row.oid(), 0));
    }
}
