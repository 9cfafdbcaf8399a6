package dev.plumbline.model.velocity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of {@code spec.fields}. {@code maxLength} is 0 where none is given; {@code standard} is the default as a literal's text, null where none is
 * given; {@code indexed}: marked indexed, filterable or sortable.
 */
public record SchemaField(
        String name,
        FieldType type,
        boolean required,
        boolean unique,
        boolean indexed,
        int maxLength,
        List<String> enumValues,
        @Nullable String standard) {
    public SchemaField {
        enumValues = List.copyOf(enumValues);
    }
}
