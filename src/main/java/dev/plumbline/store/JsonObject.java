package dev.plumbline.store;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;

/** A flat JSON object of texts with its keys in order: the same fields always give the same text, which is what the chain hashes. */
final class JsonObject {
    private JsonObject() {}

    static String of(SortedMap<String, String> fields) {
        StringJoiner object = new StringJoiner(",", "{", "}");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            object.add(quoted(field.getKey()) + ":" + quoted(field.getValue()));
        }
        return object.toString();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
            } else if (letter < ' ' || letter == 0x7f) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                json.append(letter);
            }
        }
        return json.append('"').toString();
    }
}
