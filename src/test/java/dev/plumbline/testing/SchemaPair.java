package dev.plumbline.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two schemas of another project's tests, the dangers that project names on the way from one to the other, and what differs as {@code pg_dump} of both tells it. */
public record SchemaPair(String source, String name, String a, String b, List<String> expectedHazards, JsonNode drift) {
    /** One of the two schemas; {@link #toString} tells which. */
    public record State(SchemaPair pair, boolean first) {
        public String sql() {
            return first ? pair.a : pair.b;
        }

        @Override
        public String toString() {
            return pair + (first ? " a" : " b");
        }
    }

    /** One of our own, of which nothing is told by others. */
    public static SchemaPair of(String source, String name, String a, String b) {
        return new SchemaPair(source, name, a, b, List.of(), MissingNode.getInstance());
    }

    public static List<SchemaPair> all() throws IOException {
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
                    hazards,
                    pair.path("drift")));
        }
        return pairs;
    }

    /** Both schemas of every pair. */
    public static List<State> states() throws IOException {
        return all().stream()
                .flatMap(pair -> Stream.of(new State(pair, true), new State(pair, false)))
                .toList();
    }

    @Override
    public String toString() {
        return source + " " + name;
    }
}
