package dev.plumbline.runbook.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;

/** JSON out of a variable or an answer. */
final class ParsedJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ParsedJson() {}

    static ObjectNode object(String text, Block block) {
        if (any(text) instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "RB-JSON",
                "Reading the object for",
                block.id(),
                "the variable holds none.",
                "Capture a whole object with capture= in a kube get."));
    }

    /** Missing where it is no JSON. */
    static JsonNode any(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
