package dev.plumbline.drift.velocity;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.velocity.DeclaredIndex;
import dev.plumbline.model.velocity.FieldType;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.model.velocity.SchemaField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The index on live rows, those that the flags of the fields ask for, and those that {@code spec.indexes} names. */
final class WantedIndexes {
    private static final Set<String> COMPARED = Set.of("definition", "invalid", "not ready");
    private static final Sql LIVE_ROWS = Sql.of(" WHERE (%I IS NULL)", Name.of("deleted_at"));
    private static final Sql ALL_ROWS = Sql.of("WHERE true");

    private final SchemaNames names;
    private final PartNames named;
    private final List<WantedPart> indexes = new ArrayList<>();

    private WantedIndexes(SchemaNames names, List<String> problems) {
        this.names = names;
        this.named = new PartNames(problems);
    }

    static List<WantedPart> of(SchemaDefinition definition, SchemaNames names, List<String> problems) {
        WantedIndexes wanted = new WantedIndexes(names, problems);
        String prefix = "idx_" + names.table().text() + "_";
        wanted.add(prefix + "active", false, "btree", List.of("deleted_at"), LIVE_ROWS, "every Velocity table");
        for (SchemaField field : definition.fields()) {
            wanted.ofField(prefix, field);
        }
        for (DeclaredIndex index : definition.indexes()) {
            Sql where = index.where().isEmpty() ? ALL_ROWS : Sql.of(" WHERE (%s)", new Sql(index.where()));
            String source = "spec.indexes, " + index.name();
            wanted.add(index.name(), index.unique(), "btree", index.columns(), where, source);
        }
        return wanted.indexes;
    }

    private void ofField(String prefix, SchemaField field) {
        String column = SchemaNames.sanitized(field.name());
        List<String> columns = List.of(column);
        String source = "spec.fields, field " + field.name() + ", ";
        if (field.unique()) {
            add(prefix + column + "_active", true, "btree", columns, LIVE_ROWS, source + "unique");
        }
        if (field.type() == FieldType.JSON) {
            add(prefix + column + "_gin", false, "gin", columns, ALL_ROWS, source + "type json");
        } else if (field.indexed()) {
            add(prefix + column, false, "btree", columns, ALL_ROWS, source + "indexed, filterable or sortable");
        }
    }

    private void add(String name, boolean unique, String method, List<String> columns, Sql where, String source) {
        if (columns.isEmpty()) {
            named.problems().add(source + ": an index without columns.");
            return;
        }
        named.of(name, source).ifPresent(index -> {
            Sql create = unique ? Sql.of("CREATE UNIQUE INDEX %I", index) : Sql.of("CREATE INDEX %I", index);
            Sql on = Sql.of(
                    "ON %I.%I USING %I (%s)",
                    names.schema(), names.table(), Name.of(method), PartNames.columns(columns));
            Sql sql = where.equals(ALL_ROWS) ? Sql.of("%s %s", create, on) : Sql.of("%s %s%s", create, on, where);
            indexes.add(new WantedPart(WantedKind.INDEX, index.text(), sql, source, COMPARED));
        });
    }
}
