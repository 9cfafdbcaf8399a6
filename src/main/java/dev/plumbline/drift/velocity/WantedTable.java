package dev.plumbline.drift.velocity;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table that a SchemaDefinition asks for, by the rules of Velocity's DDL builder, as parts and as SQL for an empty database. {@code unknown} are things that
 * Velocity makes and whose definition it alone knows, by the beginning of their name: only whether they are there can be told.
 */
public record WantedTable(SchemaNames names, List<WantedPart> parts, List<UnknownPart> unknown, List<String> problems) {
    public WantedTable {
        parts = List.copyOf(parts);
        unknown = List.copyOf(unknown);
        problems = List.copyOf(problems);
    }

    /** Something of which the kind and how its name begins are known. */
    public record UnknownPart(StructureKind kind, String nameBegins, String source) {}

    public static WantedTable of(SchemaDefinition definition) {
        SchemaNames names = SchemaNames.of(definition);
        List<String> problems = new ArrayList<>(definition.problems());
        List<WantedPart> parts = new ArrayList<>();
        parts.addAll(WantedColumns.of(definition, problems));
        parts.addAll(WantedConstraints.of(definition, names, problems));
        parts.addAll(WantedIndexes.of(definition, names, problems));
        parts.addAll(WantedPolicies.of(definition, names, problems));
        return new WantedTable(names, parts, UnknownParts.of(definition, names), problems);
    }

    /** Statements that make the table where there is none; columns first, so that each other statement is one part. */
    public List<Sql> statements() {
        List<Sql> statements = new ArrayList<>();
        statements.add(Sql.of("CREATE SCHEMA IF NOT EXISTS %I", names.schema()));
        statements.add(Sql.of(
                "CREATE TABLE %I.%I (\n    %s\n)",
                names.schema(),
                names.table(),
                Sql.join(
                        ",\n    ",
                        parts(WantedKind.COLUMN).stream().map(WantedPart::sql).toList())));
        statements.add(Sql.of("ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY", names.schema(), names.table()));
        parts.stream()
                .filter(part -> part.kind() != WantedKind.COLUMN)
                .map(WantedPart::sql)
                .forEach(statements::add);
        return statements;
    }

    /** The same as one text. */
    public String script() {
        return statements().stream().map(Sql::text).collect(Collectors.joining(";\n", "", ";\n"));
    }

    public Optional<WantedPart> part(WantedKind kind, String name) {
        return parts(kind).stream().filter(part -> part.name().equals(name)).findFirst();
    }

    public List<WantedPart> parts(WantedKind kind) {
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }
}
