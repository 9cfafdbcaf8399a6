package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.SchemaHint;
import java.util.ArrayList;
import java.util.List;

/** A DatabaseMigration of dbaoperator.app-sre.redhat.com/v1alpha1 as what it declares; its container is a Kubernetes container, of which only the telling fields are read. */
public final class DatabaseMigrationResource {
    private static final int LONGEST_VERSION = 12;
    private static final List<String> OPERATIONS =
            List.of(SchemaHint.ADD_COLUMN, SchemaHint.CREATE_TABLE, SchemaHint.CREATE_INDEX, SchemaHint.ALTER_COLUMN);
    private static final List<String> INDEXES = List.of("index", SchemaHint.UNIQUE, "fulltext");

    private DatabaseMigrationResource() {}

    public static DatabaseMigration declared(ResourceRef ref, JsonNode resource) {
        List<String> problems = new ArrayList<>();
        Fields root = Fields.of(resource, problems);
        Fields metadata = root.object("metadata");
        Fields spec = root.object("spec");
        spec.onlyKnows("previous", "migrationContainerSpec", "scalable", "schemaHints");
        String previous = spec.text("previous");
        if (previous.length() > LONGEST_VERSION) {
            spec.problem("previous", "expected 1 to 12 characters, found " + previous.length());
        }
        Fields container = spec.object("migrationContainerSpec");
        List<String> command = new ArrayList<>(container.list("command"));
        command.addAll(container.list("args"));
        return new DatabaseMigration(
                ref,
                metadata.requiredText("uid"),
                metadata.requiredText("resourceVersion"),
                previous,
                container.requiredText("image"),
                command,
                spec.flag("scalable", false),
                spec.objects("schemaHints").stream()
                        .map(DatabaseMigrationResource::hint)
                        .toList(),
                problems);
    }

    /** The published examples write {@code table}, which the operator does not read: it is told, and understood. */
    private static SchemaHint hint(Fields hint) {
        hint.onlyKnows("tableName", "operation", "columns", "indexType");
        String operation = word(hint, "operation", OPERATIONS);
        String table =
                hint.has("tableName") || !hint.has("table") ? hint.requiredText("tableName") : hint.text("table");
        String index =
                operation.equals(SchemaHint.CREATE_INDEX) ? word(hint, "indexType", INDEXES) : hint.text("indexType");
        return new SchemaHint(
                table,
                operation,
                hint.objects("columns").stream()
                        .map(column -> {
                            column.onlyKnows("name", "notNullable", "hasServerDefault");
                            return new SchemaHint.Column(
                                    column.requiredText("name"),
                                    column.flag("notNullable", false),
                                    column.flag("hasServerDefault", false));
                        })
                        .toList(),
                index);
    }

    private static String word(Fields in, String key, List<String> words) {
        String word = in.text(key);
        if (!words.contains(word)) {
            in.problem(
                    key,
                    "expected " + String.join(" or ", words) + ", found "
                            + (word.isEmpty() ? "nothing" : "\"" + word + "\""));
        }
        return word;
    }
}
