package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.Visible;

/** A JSON value in words, short enough for a sentence. */
final class Found {
    private static final int SHOWN = 60;

    private Found() {}

    static String words(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> "nothing";
            case STRING -> "the string \"" + cut(Visible.text(value.textValue())) + "\"";
            case NUMBER -> "the number " + cut(value.asText());
            case BOOLEAN -> value.asText();
            case ARRAY -> "a list";
            case OBJECT, POJO, BINARY -> "an object";
        };
    }

    static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(SHOWN - 2, 1)) + "…";
    }
}
