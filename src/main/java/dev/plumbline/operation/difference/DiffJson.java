package dev.plumbline.operation.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.model.Name;
import dev.plumbline.operation.CompareStructure;
import org.jspecify.annotations.Nullable;

/** Differences as JSON, format {@code plumbline.diff/1}. */
public final class DiffJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private DiffJson() {}

    public static ObjectNode of(CompareStructure.Compared compared) {
        ObjectNode node = JSON.createObjectNode();
        node.put("format", "plumbline.diff/1").put("from", compared.from()).put("to", compared.to());
        ArrayNode differences = node.putArray("differences");
        for (StructureDifference difference : compared.comparison().differences()) {
            ObjectNode one = differences
                    .addObject()
                    .put("change", difference.change().name())
                    .put("kind", difference.name().kind().word())
                    .put("schema", text(difference.name().schema()))
                    .put("parent", text(difference.name().parent()))
                    .put("name", difference.name().name())
                    .put("losesData", difference.losesData());
            ArrayNode properties = one.putArray("properties");
            difference
                    .properties()
                    .forEach(property -> properties
                            .addObject()
                            .put("property", property.word())
                            .put("layer", Layer.of(property.word()).word())
                            .put("from", property.from())
                            .put("to", property.to()));
        }
        ArrayNode renames = node.putArray("perhapsRenamed");
        compared.comparison()
                .renames()
                .forEach(offer -> renames.addObject()
                        .put("kind", offer.from().kind().word())
                        .put("from", offer.from().shown())
                        .put("to", offer.to().shown())
                        .put("accept", RenameText.accept(offer)));
        ArrayNode renamed = node.putArray("renamed");
        compared.comparison()
                .renamed()
                .forEach(done -> renamed.addObject()
                        .put("kind", done.from().kind().word())
                        .put("from", done.from().shown())
                        .put("to", done.to().shown()));
        compared.comparison().unknown().forEach(node.putArray("notCompared")::add);
        compared.notes().forEach(node.putArray("notes")::add);
        return node;
    }

    /** The same as a file holds it. */
    public static String text(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts can always be written", impossible);
        }
    }

    private static @Nullable String text(@Nullable Name name) {
        return name == null ? null : name.text();
    }
}
