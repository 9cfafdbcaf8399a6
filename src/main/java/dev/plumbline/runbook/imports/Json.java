package dev.plumbline.runbook.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as it is written into a block, where it is YAML as well. {@code text} stands as it is. */
record Json(String text) {
    private static final ObjectMapper READER = new ObjectMapper();

    static Json of(String text) {
        return new Json(text);
    }

    static boolean isObject(String text) {
        try {
            return READER.readTree(text) instanceof com.fasterxml.jackson.databind.node.ObjectNode;
        } catch (JsonProcessingException none) {
            // what is none becomes a manual block that says so
            return false;
        }
    }

    /** A text between quotes. */
    static String quoted(String text) {
        return READER.getNodeFactory().textNode(text).toString();
    }
}
