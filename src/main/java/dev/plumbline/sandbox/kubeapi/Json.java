package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reading and writing JSON and YAML texts of objects. */
final class Json {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Json() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonNode read(String text, boolean yaml) {
        try {
            return (yaml ? YAML : JSON).readTree(text);
        } catch (IOException broken) {
            throw ApiFailure.badRequest("the object provided is unrecognized: " + broken.getMessage());
        }
    }

    /** Every document of a YAML text; empty ones are left out. */
    static List<ObjectNode> documents(String yaml) {
        List<ObjectNode> found = new ArrayList<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (documents.hasNext()) {
                if (documents.next() instanceof ObjectNode object) {
                    found.add(object);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return found;
    }
}
