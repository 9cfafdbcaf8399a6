package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Label and field selectors as the API takes them in {@code labelSelector=} and {@code fieldSelector=}. */
final class Selector {
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s+\\(([^)]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile("([^!=]*?)\\s*(!=|==|=)\\s*(.*)");
    private static final Set<String> EVENT_FIELDS =
            Set.of("reason", "type", "source", "reportingComponent", "involvedObject");

    private Selector() {}

    static Predicate<JsonNode> of(ResourceKind kind, Map<String, String> query) {
        return labels(query.getOrDefault("labelSelector", ""))
                .and(fields(kind, query.getOrDefault("fieldSelector", "")));
    }

    private static Predicate<JsonNode> labels(String selector) {
        Predicate<JsonNode> all = json -> true;
        for (String term : selector.split(",(?![^()]*\\))")) {
            all = term.isBlank() ? all : all.and(label(term.strip()));
        }
        return all;
    }

    private static Predicate<JsonNode> label(String term) {
        Matcher set = SET.matcher(term);
        if (set.matches()) {
            Set<String> values =
                    Arrays.stream(set.group(3).split(",")).map(String::strip).collect(Collectors.toSet());
            boolean in = set.group(2).equals("in");
            return json -> values.contains(labelsOf(json).path(set.group(1)).asText()) == in;
        }
        Matcher equality = EQUALITY.matcher(term);
        if (equality.matches()) {
            boolean equal = !equality.group(2).equals("!=");
            return json -> equality.group(3)
                            .equals(labelsOf(json).path(equality.group(1)).asText(null))
                    == equal;
        }
        return term.startsWith("!")
                ? json -> !labelsOf(json).has(term.substring(1).strip())
                : json -> labelsOf(json).has(term);
    }

    private static JsonNode labelsOf(JsonNode json) {
        return json.path("metadata").path("labels");
    }

    private static Predicate<JsonNode> fields(ResourceKind kind, String selector) {
        Predicate<JsonNode> all = json -> true;
        for (String term : selector.split(",")) {
            all = term.isBlank() ? all : all.and(field(kind, term.strip()));
        }
        return all;
    }

    private static Predicate<JsonNode> field(ResourceKind kind, String term) {
        Matcher equality = EQUALITY.matcher(term);
        if (!equality.matches()) {
            throw ApiFailure.badRequest("invalid selector: '" + term + "'; can't understand '" + term + "'");
        }
        String name = equality.group(1);
        if (!isSupported(kind, name)) {
            throw ApiFailure.badRequest("field label not supported: " + name);
        }
        FieldPath path =
                FieldPath.parse(kind.isCore("events") && name.equals("source") ? ".source.component" : "." + name);
        boolean equal = !equality.group(2).equals("!=");
        return json -> path.read(json).asText("").equals(equality.group(3)) == equal;
    }

    private static boolean isSupported(ResourceKind kind, String field) {
        return field.equals("metadata.name")
                || field.equals("metadata.namespace")
                || (kind.isCore("secrets") && field.equals("type"))
                || (kind.isCore("namespaces") && field.equals("status.phase"))
                || (kind.isCore("events") && EVENT_FIELDS.contains(field.split("\\.")[0]));
    }
}
