package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what would break a constraint, from its definition; nothing where the definition is of a form that is not understood here. */
final class ConstraintCheck {
    private static final Pattern KEY =
            Pattern.compile("(?:PRIMARY KEY|UNIQUE) \\(([^()]*)\\)(?: INCLUDE \\([^()]*\\))?(?: DEFERRABLE.*)?");
    private static final Pattern REFERENCE = Pattern.compile(
            "FOREIGN KEY \\(([^()]*)\\) REFERENCES ([^()]*)\\(([^()]*)\\)(?! MATCH FULL).*", Pattern.DOTALL);

    private ConstraintCheck() {}

    static Optional<DataCheck> of(Structure constraint, Definition.Way way) {
        StructureName whole = way.to().wholeOf(constraint.name());
        if (whole == null || whole.kind() != StructureKind.TABLE) {
            return Optional.empty();
        }
        String definition = constraint.property("definition").replace(" NOT VALID", "");
        StoredRows rows = way.rows();
        return switch (constraint.property("type")) {
            case "check" ->
                Optional.of(new DataCheck(
                        Sql.of(
                                "SELECT pg_catalog.count(*) FROM %s WHERE NOT %s",
                                rows.tableOf(constraint.name()),
                                rows.expression(definition
                                        .substring("CHECK ".length())
                                        .replaceFirst(" NO INHERIT$", "")
                                        .replaceFirst(" NOT ENFORCED$", ""))),
                        "rows for which it does not hold"));
            case "foreign key" -> reference(definition, constraint.name(), rows);
            case "primary key", "unique" -> key(definition, rows.tableOf(constraint.name()));
            default -> Optional.empty();
        };
    }

    private static Optional<DataCheck> key(String definition, Sql table) {
        Matcher key = KEY.matcher(definition);
        if (!key.matches() || definition.contains("WITHOUT OVERLAPS")) {
            return Optional.empty();
        }
        List<Sql> present = new ArrayList<>();
        Words.list(key.group(1)).forEach(column -> present.add(Sql.of("%s IS NOT NULL", Words.server(column))));
        return Optional.of(new DataCheck(
                Sql.of(
                        "SELECT pg_catalog.count(*) FROM (SELECT 1 FROM %s WHERE %s GROUP BY %s HAVING pg_catalog.count(*) > 1) AS twice",
                        table, Sql.join(" AND ", present), Words.server(key.group(1))),
                "values that are there more than once"));
    }

    private static Optional<DataCheck> reference(String definition, StructureName constraint, StoredRows rows) {
        Matcher reference = REFERENCE.matcher(definition);
        if (!reference.matches()) {
            return Optional.empty();
        }
        List<String> own = Words.list(reference.group(1));
        List<String> others = Words.list(reference.group(3));
        List<Sql> present = new ArrayList<>();
        List<Sql> equal = new ArrayList<>();
        for (int at = 0; at < own.size(); at++) {
            present.add(Sql.of("o.%s IS NOT NULL", Words.server(own.get(at))));
            equal.add(Sql.of("r.%s = o.%s", Words.server(others.get(at)), Words.server(own.get(at))));
        }
        return Optional.of(new DataCheck(
                Sql.of(
                        "SELECT pg_catalog.count(*) FROM %s WHERE %s AND NOT EXISTS (SELECT 1 FROM %s WHERE %s)",
                        rows.tableOf(constraint, Name.of("o")),
                        Sql.join(" AND ", present),
                        rows.table(reference.group(2), Name.of("r")),
                        Sql.join(" AND ", equal)),
                "rows that refer to none"));
    }
}
