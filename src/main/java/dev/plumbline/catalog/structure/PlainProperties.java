package dev.plumbline.catalog.structure;

import dev.plumbline.model.structure.PropertyMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of plain columns: one map for the thousands that have the same. */
final class PlainProperties {
    private static final String[] ALL_WORDS = {"comment", "default", "not null", "position", "type"};
    private static final int OPTIONAL = 3;
    private static final String[][] WORDS = words();

    private final Map<Shape, PropertyMap> shapes = new HashMap<>();
    private final Map<Integer, String> numbers = new HashMap<>();
    private final TypeNames types;

    PlainProperties(TypeNames types) {
        this.types = types;
    }

    private record Shape(
            int position,
            int type,
            int modifier,
            boolean notNull,
            @Nullable String byDefault,
            @Nullable String comment) {}

    /** For each choice of the first three words the rest with it. */
    private static String[][] words() {
        String[][] words = new String[1 << OPTIONAL][];
        for (int choice = 0; choice < words.length; choice++) {
            String[] some = new String[Integer.bitCount(choice) + ALL_WORDS.length - OPTIONAL];
            int filled = 0;
            for (int word = 0; word < ALL_WORDS.length; word++) {
                if (word >= OPTIONAL || (choice & 1 << word) != 0) {
                    some[filled++] = ALL_WORDS[word];
                }
            }
            words[choice] = some;
        }
        return words;
    }

    PropertyMap of(PlainRelation.Column column, int position, @Nullable String comment) {
        Shape shape = new Shape(position, column.type, column.modifier, column.notNull, column.byDefault, comment);
        return shapes.computeIfAbsent(shape, this::made);
    }

    /** The same text for the same small number. */
    String number(int number) {
        return numbers.computeIfAbsent(number, value -> Integer.toString(value));
    }

    private PropertyMap made(Shape shape) {
        int choice =
                (shape.comment() == null ? 0 : 1) | (shape.byDefault() == null ? 0 : 2) | (shape.notNull() ? 4 : 0);
        String[] words = WORDS[choice];
        String[] values = new String[words.length];
        int filled = 0;
        if (shape.comment() != null) {
            values[filled++] = shape.comment();
        }
        if (shape.byDefault() != null) {
            values[filled++] = shape.byDefault();
        }
        if (shape.notNull()) {
            values[filled++] = "yes";
        }
        values[filled++] = number(shape.position());
        values[filled] = types.name(shape.type(), shape.modifier());
        return PropertyMap.of(words, values);
    }
}
