package dev.plumbline.catalog.structure;

import dev.plumbline.model.Name;
import java.util.HashMap;
import java.util.Map;

/** One {@link Name} and one text for each text of a reading: a schema and a table are named by thousands of their parts, which are compared with each other by them. */
final class SeenNames {
    private final Map<String, Name> names = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    Name name(String text) {
        return names.computeIfAbsent(text, Name::new);
    }

    String text(String text) {
        String seen = texts.putIfAbsent(text, text);
        return seen == null ? text : seen;
    }
}
