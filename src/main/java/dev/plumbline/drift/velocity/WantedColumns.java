package dev.plumbline.drift.velocity;

import dev.plumbline.model.Name;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Sql;
import dev.plumbline.model.velocity.FieldType;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.model.velocity.SchemaField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns: Velocity's own in every table, then one for each field. Of Velocity's own only the types are published, so nothing else of them is compared. */
final class WantedColumns {
    private static final String SYSTEM = "a system column of every Velocity table";

    /** A default is not: Velocity does not keep it, and how its builder writes one is not published. */
    private static final Set<String> COMPARED = Set.of("type", "not null");

    private WantedColumns() {}

    static List<WantedPart> of(SchemaDefinition definition, List<String> problems) {
        List<WantedPart> columns = new ArrayList<>(system());
        Set<String> taken = new HashSet<>();
        columns.forEach(column -> taken.add(column.name()));
        for (SchemaField field : definition.fields()) {
            String column = SchemaNames.sanitized(field.name());
            if (!taken.add(column)) {
                problems.add("field " + field.name() + ": the table has a column " + column
                        + " already; Velocity refuses the name.");
            } else {
                try {
                    columns.add(column(Name.of(column), field));
                } catch (RefusedName refused) {
                    problems.add("field " + field.name() + ": " + refused.getMessage());
                }
            }
        }
        return columns;
    }

    private static List<WantedPart> system() {
        return List.of(
                system("id", Sql.of("uuid NOT NULL DEFAULT pg_catalog.gen_random_uuid()")),
                system("created_at", Sql.of("timestamp with time zone NOT NULL DEFAULT pg_catalog.now()")),
                system("updated_at", Sql.of("timestamp with time zone NOT NULL DEFAULT pg_catalog.now()")),
                system("deleted_at", Sql.of("timestamp with time zone")),
                system("version", Sql.of("integer NOT NULL DEFAULT 1")),
                system("created_by", currentUser()),
                system("updated_by", currentUser()),
                system("archived_at", Sql.of("timestamp with time zone")),
                system("archive_ref", Sql.of("text")));
    }

    private static Sql currentUser() {
        return Sql.of("text DEFAULT pg_catalog.current_setting('app.current_user', true)");
    }

    private static WantedPart system(String name, Sql type) {
        return new WantedPart(WantedKind.COLUMN, name, Sql.of("%I %s", Name.of(name), type), SYSTEM, Set.of("type"));
    }

    private static WantedPart column(Name name, SchemaField field) {
        Sql sql = Sql.of("%I %s", name, type(field));
        if (field.required()) {
            sql = Sql.of("%s NOT NULL", sql);
        }
        String standard = field.standard();
        if (standard != null) {
            sql = Sql.of("%s DEFAULT %L", sql, standard);
        }
        return new WantedPart(WantedKind.COLUMN, name.text(), sql, "spec.fields, field " + field.name(), COMPARED);
    }

    private static Sql type(SchemaField field) {
        return field.type() == FieldType.STRING && field.maxLength() > 0
                ? new Sql("character varying(" + field.maxLength() + ")")
                : new Sql(field.type().columnType());
    }
}
