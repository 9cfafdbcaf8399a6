package dev.plumbline.drift.velocity;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.velocity.DeclaredConstraint;
import dev.plumbline.model.velocity.FieldType;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.model.velocity.SchemaField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The primary key, a check for each field with a list of values, and what {@code spec.constraints} names. Minima, maxima and patterns make none. */
final class WantedConstraints {
    private static final Set<String> COMPARED = Set.of("definition");

    private WantedConstraints() {}

    static List<WantedPart> of(SchemaDefinition definition, SchemaNames names, List<String> problems) {
        List<WantedPart> constraints = new ArrayList<>();
        PartNames named = new PartNames(problems);
        named.of(names.table().text() + "_pkey", "the primary key")
                .ifPresent(name -> constraints.add(part(
                        names,
                        name,
                        Sql.of("PRIMARY KEY (%I)", Name.of("id")),
                        "the primary key of every Velocity table")));
        for (SchemaField field : definition.fields()) {
            if (field.type() == FieldType.ENUM && !field.enumValues().isEmpty()) {
                String column = SchemaNames.sanitized(field.name());
                String source = "spec.fields, field " + field.name() + ", its list of values";
                named.of("chk_" + names.table().text() + "_" + column + "_enum", source)
                        .ifPresent(name -> constraints.add(part(names, name, isOneOf(Name.of(column), field), source)));
            }
        }
        for (DeclaredConstraint declared : definition.constraints()) {
            String source = "spec.constraints, " + declared.name();
            named.of(declared.name(), source)
                    .ifPresent(name -> constraints.add(part(names, name, declared(declared), source)));
        }
        return constraints;
    }

    private static Sql isOneOf(Name column, SchemaField field) {
        List<Sql> values =
                field.enumValues().stream().map(value -> Sql.of("%L", value)).toList();
        return Sql.of("CHECK (%I IN (%s))", column, Sql.join(", ", values));
    }

    private static Sql declared(DeclaredConstraint constraint) {
        return constraint.columns().isEmpty()
                ? Sql.of("CHECK (%s)", new Sql(constraint.check()))
                : Sql.of("UNIQUE (%s)", PartNames.columns(constraint.columns()));
    }

    private static WantedPart part(SchemaNames names, Name name, Sql definition, String source) {
        return new WantedPart(
                WantedKind.CONSTRAINT,
                name.text(),
                Sql.of("ALTER TABLE %I.%I ADD CONSTRAINT %I %s", names.schema(), names.table(), name, definition),
                source,
                COMPARED);
    }
}
