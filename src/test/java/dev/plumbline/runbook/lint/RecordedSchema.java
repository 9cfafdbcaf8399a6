package dev.plumbline.runbook.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A cluster's kinds and fields out of a recorded document. */
final class RecordedSchema implements ClusterSchema {
    private final JsonNode recorded;

    RecordedSchema() throws IOException {
        try (InputStream stream = Objects.requireNonNull(RecordedSchema.class.getResourceAsStream("cluster.json"))) {
            recorded = new ObjectMapper().readTree(stream);
        }
    }

    @Override
    public Answer knows(String kind) {
        return find(kind).isEmpty() ? Answer.NO : Answer.YES;
    }

    @Override
    public Answer knowsField(String kind, String path) {
        JsonNode schema = recorded.path("schemas").path(find(kind));
        if (schema.isMissingNode()) {
            return Answer.UNKNOWN;
        }
        for (String name : path.substring(1).split("\\.")) {
            if (schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
                return Answer.YES;
            }
            schema = (schema.has("items") ? schema.path("items") : schema)
                    .path("properties")
                    .path(name);
            if (schema.isMissingNode()) {
                return Answer.NO;
            }
        }
        return Answer.YES;
    }

    @Override
    public List<String> kinds() {
        return recorded.path("resources").findValuesAsText("kind");
    }

    private String find(String word) {
        String plain = word.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        for (JsonNode each : recorded.path("resources")) {
            List<String> words = new ArrayList<>(List.of(
                    each.path("kind").asText().toLowerCase(Locale.ROOT),
                    each.path("name").asText(),
                    each.path("singularName").asText()));
            each.path("shortNames").forEach(name -> words.add(name.asText()));
            if (words.contains(plain)) {
                return each.path("kind").asText();
            }
        }
        return "";
    }
}
