package dev.plumbline.model.velocity;

import java.util.Arrays;
import java.util.Optional;

/** The types a field may have, and the type of its column in the words of {@code format_type}; a text of limited length is a {@code character varying}. */
public enum FieldType {
    STRING("string", "text"),
    INTEGER("integer", "bigint"),
    NUMBER("number", "numeric(19,4)"),
    BOOLEAN("boolean", "boolean"),
    DATE("date", "date"),
    DATETIME("datetime", "timestamp with time zone"),
    UUID("uuid", "uuid"),
    JSON("json", "jsonb"),
    ENUM("enum", "text"),
    REF("ref", "text");

    /** What Velocity's published pages call a {@code datetime}; its definition does not know the word. */
    private static final String PUBLISHED_DATETIME = "timestamp";

    private final String word;
    private final String columnType;

    FieldType(String word, String columnType) {
        this.word = word;
        this.columnType = columnType;
    }

    public static Optional<FieldType> of(String word) {
        String known = word.equals(PUBLISHED_DATETIME) ? DATETIME.word : word;
        return Arrays.stream(values()).filter(type -> type.word.equals(known)).findFirst();
    }

    public String word() {
        return word;
    }

    public String columnType() {
        return columnType;
    }
}
