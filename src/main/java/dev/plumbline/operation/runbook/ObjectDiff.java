package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kube.ServedKind;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What differs between two states of an object, a line for each value that goes and each that comes: {@code + .metadata.annotations["x"]: y}. What
 * the server keeps for itself (version, generation, times, managed fields) is left out.
 */
final class ObjectDiff {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEPT_BY_SERVER = Set.of(
            ".metadata.managedFields",
            ".metadata.resourceVersion",
            ".metadata.generation",
            ".metadata.creationTimestamp",
            ".metadata.uid");
    private static final Set<String> FREE_KEYS =
            Set.of("annotations", "labels", "matchLabels", "nodeSelector", "data", "stringData", "binaryData");
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** Text that YAML would read as something else than text. */
    private static final Pattern NOT_TEXT = Pattern.compile("|true|false|null|~|[-+.0-9].*|\\s.*|.*\\s|[\"'{\\[].*");

    private ObjectDiff() {}

    /** @param before the missing node where there is none */
    static List<String> lines(ServedKind kind, JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = leaves(before);
        Map<String, JsonNode> now = leaves(after);
        Set<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            JsonNode gone = old.get(path);
            JsonNode come = now.get(path);
            if (gone == null ? come != null : !gone.equals(come)) {
                add(lines, "- ", kind, path, gone);
                add(lines, "+ ", kind, path, come);
            }
        }
        return lines;
    }

    private static void add(
            List<String> lines,
            String sign,
            ServedKind kind,
            String path,
            @org.jspecify.annotations.Nullable JsonNode value) {
        if (value != null) {
            lines.add(sign + path + ": " + (ObjectVeil.hides(kind, path) ? ObjectVeil.HIDDEN : shown(value)));
        }
    }

    private static Map<String, JsonNode> leaves(JsonNode object) {
        Map<String, JsonNode> leaves = new TreeMap<>();
        collect("", "", object, leaves);
        return leaves;
    }

    private static void collect(String path, String key, JsonNode node, Map<String, JsonNode> leaves) {
        if (KEPT_BY_SERVER.contains(path) || node.isMissingNode()) {
            return;
        }
        if (node.isObject() && !node.isEmpty()) {
            boolean free = FREE_KEYS.contains(key);
            node.properties()
                    .forEach(field ->
                            collect(path + step(field.getKey(), free), field.getKey(), field.getValue(), leaves));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", "", node.get(i), leaves);
            }
        } else {
            leaves.put(path, node);
        }
    }

    private static String step(String key, boolean free) {
        return free || !PLAIN_KEY.matcher(key).matches() ? "[" + quoted(key) + "]" : "." + key;
    }

    private static String shown(JsonNode value) {
        if (!value.isTextual()) {
            return value.toString();
        }
        String text = value.asText();
        return NOT_TEXT.matcher(text).matches() || text.contains("\n") ? quoted(text) : Visible.text(text);
    }

    private static String quoted(String text) {
        try {
            return Visible.text(JSON.writeValueAsString(text));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
