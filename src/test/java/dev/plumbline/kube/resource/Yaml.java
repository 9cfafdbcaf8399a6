package dev.plumbline.kube.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;

/** Resources of tests, written as people write them. */
final class Yaml {
    private Yaml() {}

    static JsonNode node(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
