package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Placeholder;
import java.util.Map;

/** Puts the values of variables where a block names them. In YAML, and in a body that is JSON, a value only ever becomes text of the field that it stands in: it cannot become another field. */
public final class Rendering {
    private Rendering() {}

    /** A text that is no SQL. */
    public static String text(String template, StepScope scope) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Placeholder each : Placeholder.in(template)) {
            text.append(template, at, each.from()).append(scope.variable(each.name()));
            at = each.to();
        }
        return text.append(template.substring(at)).toString();
    }

    /** A text that people read: what has no value yet is left as it is written. */
    public static String asFarAsKnown(String template, Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Placeholder each : Placeholder.in(template)) {
            text.append(template, at, each.from())
                    .append(variables.getOrDefault(each.name(), template.substring(each.from(), each.to())));
            at = each.to();
        }
        return text.append(template.substring(at)).toString();
    }

    /** The fields of a block; the URL and the JSON body of a request are written as these are. */
    public static ObjectNode fields(Block block, StepScope scope) {
        ObjectNode rendered = (ObjectNode) node(block.fields(), scope);
        if (block.kind() == BlockKind.HTTP) {
            request(block.fields(), rendered, scope);
        } else if (block.kind() == BlockKind.CHECK && rendered.path("http") instanceof ObjectNode http) {
            request(block.field("http"), http, scope);
        }
        return rendered;
    }

    private static void request(JsonNode written, ObjectNode rendered, StepScope scope) {
        if (written.path("url").isTextual()) {
            rendered.put("url", UrlRendering.of(written.path("url").asText(), scope));
        }
        JsonNode body = ParsedJson.any(written.path("body").asText(""));
        if (body.isContainerNode() && written.path("body").isTextual()) {
            rendered.put("body", node(body, scope).toString());
        }
    }

    private static JsonNode node(JsonNode node, StepScope scope) {
        if (node.isTextual()) {
            return TextNode.valueOf(text(node.asText(), scope));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode rendered = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(field -> rendered.set(text(field.getKey(), scope), node(field.getValue(), scope)));
            return rendered;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode rendered = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> rendered.add(node(each, scope)));
            return rendered;
        }
        return node;
    }
}
