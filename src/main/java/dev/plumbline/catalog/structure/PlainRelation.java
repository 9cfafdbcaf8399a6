package dev.plumbline.catalog.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.Structure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table, view or domain of a reading, and of a table the columns, by {@code attnum}, in which dropped columns leave holes. {@code written}: {@code schema.name}, quoted
 * where the server quotes.
 */
final class PlainRelation {
    final @Nullable Name schema;
    final Name name;
    final String written;
    final boolean ofExtension;
    private @Nullable Column[] columns = new @Nullable Column[10];

    /** A column; {@code described} when the server had to describe it, and nothing but the name counts then. */
    static final class Column {
        final String name;
        final int type;
        final int modifier;
        final boolean notNull;

        @Nullable
        String byDefault;

        @Nullable
        Structure described;

        Column(String name, int type, int modifier, boolean notNull) {
            this.name = name;
            this.type = type;
            this.modifier = modifier;
            this.notNull = notNull;
        }
    }

    PlainRelation(@Nullable Name schema, Name name, String written, boolean ofExtension) {
        this.schema = schema;
        this.name = name;
        this.written = written;
        this.ofExtension = ofExtension;
    }

    void put(int number, Column column) {
        if (number >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(number + 1, columns.length * 2));
        }
        columns[number] = column;
    }

    @Nullable
    Column column(int number) {
        return number > 0 && number < columns.length ? columns[number] : null;
    }

    /** No column has a greater number. */
    int lastNumber() {
        return columns.length - 1;
    }

    /** The name of a column that something speaks of by its number. */
    String columnName(int number) {
        Column column = column(number);
        if (column == null) {
            throw new NotPlainException(written + " has no column number " + number);
        }
        return column.name;
    }
}
