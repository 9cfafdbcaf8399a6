package dev.plumbline.plan.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.Oracles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two schemas of another project's tests, and the dangers that project names on the way from one to the other. */
record SchemaPair(String source, String name, String a, String b, List<String> expectedHazards) {
    static List<SchemaPair> all() throws IOException {
        Path file = Oracles.folder("schema-pairs").resolve("pairs.jsonl");
        List<SchemaPair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode pair = new ObjectMapper().readTree(line);
            List<String> hazards = new ArrayList<>();
            pair.path("expected_hazards").forEach(hazard -> hazards.add(hazard.asText()));
            pairs.add(new SchemaPair(
                    pair.get("source").asText(),
                    pair.get("case").asText(),
                    pair.get("a").asText(),
                    pair.get("b").asText(),
                    hazards));
        }
        return pairs;
    }

    String shown() {
        return source + " " + name;
    }
}
