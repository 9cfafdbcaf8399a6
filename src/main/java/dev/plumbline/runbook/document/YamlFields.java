package dev.plumbline.runbook.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;

/** YAML that must be a mapping; a fault names the line and column of the whole file. */
final class YamlFields {
    private static final ObjectMapper YAML =
            new ObjectMapper(YAMLFactory.builder().build()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private YamlFields() {}

    /**
     * @param before how many lines of the file stand above the text
     * @param faults takes what is wrong
     */
    static ObjectNode read(String text, String file, int before, List<Fault> faults) {
        try {
            JsonNode read = YAML.readTree(text);
            if (read instanceof ObjectNode object) {
                return object;
            }
            if (read != null && !read.isMissingNode() && !read.isNull()) {
                faults.add(new Fault(
                        Place.line(file, before + 1),
                        "RB-YAML",
                        "This must be a mapping.",
                        "Write name: value lines."));
            }
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            Place place = at == null
                    ? Place.line(file, before + 1)
                    : new Place(file, before + Math.max(1, at.getLineNr()), Math.max(0, at.getColumnNr()));
            faults.add(new Fault(place, "RB-YAML", firstLine(broken.getOriginalMessage()), "Correct the YAML here."));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static String firstLine(String message) {
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse("It cannot be read.");
    }
}
