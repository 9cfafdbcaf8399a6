package dev.plumbline.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON of fields that keep their order. */
public final class JsonFields {
    private JsonFields() {}

    /** @param pairs a name, its value, the next name and so on */
    public static Map<String, Object> of(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            fields.put((String) pairs[at], pairs[at + 1]);
        }
        return fields;
    }

    public static JsonNode node(Object value) {
        return new ObjectMapper().valueToTree(value);
    }
}
