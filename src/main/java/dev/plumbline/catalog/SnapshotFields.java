package dev.plumbline.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one object of a snapshot file. What is missing or of another type is told with its place; nothing is guessed. */
record SnapshotFields(JsonNode node, String place) {
    String text(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isTextual()) {
            throw broken(place + "." + field, "is no text");
        }
        return value.textValue();
    }

    @Nullable
    String textOrNull(String field) {
        return isNull(field) ? null : text(field);
    }

    Name name(String field) {
        return new Name(text(field));
    }

    @Nullable
    Name nameOrNull(String field) {
        return isNull(field) ? null : name(field);
    }

    char letter(String field) {
        String text = text(field);
        if (text.length() != 1) {
            throw broken(place + "." + field, "is not one letter");
        }
        return text.charAt(0);
    }

    long number(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw broken(place + "." + field, "is no number");
        }
        return value.longValue();
    }

    int small(String field) {
        long number = number(field);
        if (number != (int) number) {
            throw broken(place + "." + field, "is too large a number");
        }
        return (int) number;
    }

    boolean flag(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isBoolean()) {
            throw broken(place + "." + field, "is neither true nor false");
        }
        return value.booleanValue();
    }

    /** True for null; a field that is not there at all is a fault of the file. */
    boolean isNull(String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw broken(place + "." + field, "is missing");
        }
        return value.isNull();
    }

    boolean has(String field) {
        return node.has(field);
    }

    SnapshotFields object(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isObject()) {
            throw broken(place + "." + field, "is no object");
        }
        return new SnapshotFields(value, place + "." + field);
    }

    <T> List<T> list(String field, Function<SnapshotFields, T> reader) {
        List<T> values = new ArrayList<>();
        for (SnapshotFields element : elements(field)) {
            if (!element.node.isObject()) {
                throw broken(element.place, "is no object");
            }
            values.add(reader.apply(element));
        }
        return values;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (SnapshotFields element : elements(field)) {
            if (!element.node.isTextual()) {
                throw broken(element.place, "is no text");
            }
            texts.add(element.node.textValue());
        }
        return texts;
    }

    private List<SnapshotFields> elements(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isArray()) {
            throw broken(place + "." + field, "is no list");
        }
        List<SnapshotFields> elements = new ArrayList<>();
        for (int at = 0; at < value.size(); at++) {
            elements.add(new SnapshotFields(value.get(at), place + "." + field + "[" + at + "]"));
        }
        return elements;
    }

    /** Null for PUBLIC, a role's name, or the oid of one that was dropped. */
    Grantee grantee(String field) {
        if (isNull(field)) {
            return Grantee.PUBLIC;
        }
        return node.get(field).isTextual() ? Grantee.role(name(field)) : Grantee.dangling(number(field));
    }

    <E extends Enum<E>> E word(String field, Class<E> words) {
        String text = text(field);
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw broken(place + "." + field, "is an unknown word");
    }

    static ProblemException broken(String place, String why) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "SNAP-422",
                "Reading the snapshot file at",
                Visible.text(place),
                "it " + why + ".",
                "Take the snapshot again with plumbline snapshot."));
    }
}
