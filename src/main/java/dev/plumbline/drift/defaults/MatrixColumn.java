package dev.plumbline.drift.defaults;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One column: a type of object in one schema, or with a null schema in any. {@code exists} is false for a schema that is declared only. */
public record MatrixColumn(@Nullable Name schema, ObjectType type, boolean exists) {
    /** {@code ledger · tables}, {@code any schema · tables}, {@code schemas}. */
    public String shown() {
        String word = type.word().toLowerCase(Locale.ROOT);
        boolean anywhere = type == ObjectType.SCHEMAS || type == ObjectType.LARGE_OBJECTS;
        return anywhere ? word : place() + " · " + word;
    }

    public String place() {
        return schema == null ? "any schema" : schema.shown();
    }
}
