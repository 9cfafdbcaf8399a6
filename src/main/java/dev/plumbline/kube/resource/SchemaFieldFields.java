package dev.plumbline.kube.resource;

import dev.plumbline.model.velocity.FieldType;
import dev.plumbline.model.velocity.SchemaField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code spec.fields} of a SchemaDefinition. A field of an unknown type is a problem and is left out, since nothing is known of its column. */
final class SchemaFieldFields {
    private static final int NO_LIMIT = 0;
    private static final int LONGEST = 10_485_760;

    private SchemaFieldFields() {}

    static List<SchemaField> of(Fields spec) {
        List<SchemaField> fields = new ArrayList<>();
        for (Fields field : spec.objects("fields")) {
            String name = field.requiredText("name");
            String word = field.requiredText("type");
            Optional<FieldType> type = FieldType.of(word);
            if (type.isEmpty() && !word.isEmpty()) {
                field.problem("type", "expected one of the types of velocity.sh/v1, found \"" + word + "\"");
            }
            if (type.isPresent() && !name.isEmpty()) {
                fields.add(field(field, name, type.get()));
            }
        }
        return fields;
    }

    private static SchemaField field(Fields field, String name, FieldType type) {
        List<String> values = field.list("enumValues");
        return new SchemaField(
                name,
                type,
                field.flag("required", false),
                field.flag("unique", false),
                field.flag("indexed", false) || field.flag("filterable", false) || field.flag("sortable", false),
                field.number("maxLength", NO_LIMIT, 1, LONGEST),
                values.isEmpty() ? field.list("enum") : values,
                field.scalar("default").orElse(null));
    }
}
