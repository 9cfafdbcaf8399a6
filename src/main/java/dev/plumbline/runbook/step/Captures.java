package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.SqlRows;
import dev.plumbline.runbook.document.Block;
import java.util.Map;
import java.util.TreeMap;

/** The variables that a step gives to later ones. */
final class Captures {
    private Captures() {}

    /** The first cell. */
    static Map<String, String> of(Block block, SqlRows rows) {
        String name = block.attribute(Block.CAPTURE);
        if (name.isEmpty()) {
            return Map.of();
        }
        if (rows.rows().isEmpty()) {
            throw nothing(block, name);
        }
        return Map.of(name, rows.rows().get(0).get(0));
    }

    /** What stands at the paths that {@code capture:} names. */
    static Map<String, String> of(Block block, JsonNode answer) {
        Map<String, String> captures = new TreeMap<>();
        block.field(Block.CAPTURE).properties().forEach(each -> {
            JsonNode found = JsonPath.at(answer, each.getValue().asText());
            if (found.isMissingNode()) {
                throw nothing(block, each.getKey());
            }
            captures.put(each.getKey(), found.isValueNode() ? found.asText() : found.toString());
        });
        return captures;
    }

    private static ProblemException nothing(Block block, String name) {
        return new ProblemException(new Problem(
                Problem.Kind.NOT_FOUND,
                "RB-CAPTURE",
                "Capturing " + name + " from",
                block.id(),
                "there is nothing to capture.",
                "Look at what the step answered."));
    }
}
