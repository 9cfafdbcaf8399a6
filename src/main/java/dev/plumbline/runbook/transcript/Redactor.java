package dev.plumbline.runbook.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plumbline.model.Secret;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** Takes secrets out of what is written down: those that were told to it, and what looks like one. */
public final class Redactor {
    private static final String STARS = "***";
    /** Shorter ones would blank words that are none of theirs. */
    private static final int SHORTEST = 4;

    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("(?i)(\\bauthorization[\"']?\\s*[:=]\\s*[\"']?(?:bearer|basic)\\s+)[^\\s\"',}]+"),
            Pattern.compile("(?i)(\\bbearer\\s+)[A-Za-z0-9._~+/=-]{8,}"),
            Pattern.compile("(?i)(\\b(?:encrypted\\s+)?password\\s+')(?:[^']|'')*(?=')"),
            Pattern.compile(
                    "(?i)(\\b(?:password|passwd|pwd|token|secret|api[_-]?key)[\"']?\\s*[=:]\\s*)(?:\"[^\"]*\"|'[^']*'|[^\\s\"',;&}]+)"),
            Pattern.compile("(://[^/\\s:@]*:)[^@\\s/]+(?=@)"),
            Pattern.compile("(SCRAM-SHA-256\\$)[0-9]+:[A-Za-z0-9+/=]+\\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+"),
            Pattern.compile("()\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"));

    private final Set<String> known = new ConcurrentSkipListSet<>((one, two) ->
            one.length() == two.length() ? one.compareTo(two) : Integer.compare(two.length(), one.length()));

    /** From now on this does not appear in what is written down. */
    public void hide(Secret secret) {
        if (secret.reveal().length() >= SHORTEST) {
            known.add(secret.reveal());
        }
    }

    public String text(String text) {
        String shown = text;
        for (String secret : known) {
            shown = shown.replace(secret, STARS);
        }
        for (Pattern shape : SHAPES) {
            shown = shape.matcher(shown).replaceAll("$1" + STARS);
        }
        return shown;
    }

    ObjectNode object(ObjectNode data) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        data.properties().forEach(field -> shown.set(field.getKey(), node(field.getValue())));
        return shown;
    }

    private JsonNode node(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(text(node.asText()));
        }
        if (node instanceof ObjectNode object) {
            return object(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode shown = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> shown.add(node(each)));
            return shown;
        }
        return node;
    }
}
