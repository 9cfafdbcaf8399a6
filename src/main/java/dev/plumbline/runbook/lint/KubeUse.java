package dev.plumbline.runbook.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kind, and where the block says so a name and namespace, that a block speaks of. */
public record KubeUse(Block block, String kind, String name, String namespace) {
    private static final ObjectMapper YAML =
            new ObjectMapper(YAMLFactory.builder().build());

    /** All of a block. */
    public static List<KubeUse> of(Block block) {
        List<KubeUse> uses = new ArrayList<>();
        if (block.kind().isKube() && !block.text("kind").isEmpty()) {
            uses.add(use(block, block.fields()));
        }
        for (String field : List.of("kube", "drift")) {
            if (block.kind() == BlockKind.CHECK && block.field(field).isObject()) {
                uses.add(use(block, block.field(field)));
            }
        }
        manifest(block)
                .ifPresent(manifest -> uses.add(new KubeUse(
                        block,
                        manifest.path("kind").asText(""),
                        manifest.path("metadata").path("name").asText(""),
                        manifest.path("metadata").path("namespace").asText(""))));
        return uses;
    }

    /** What a block applies, where it stands in the block and can be read. */
    public static Optional<JsonNode> manifest(Block block) {
        JsonNode written = block.field("manifest");
        if (block.kind() != BlockKind.KUBE_APPLY || !written.isTextual()) {
            return Optional.of(written).filter(JsonNode::isObject);
        }
        try {
            return Optional.of(YAML.readTree(written.asText())).filter(JsonNode::isObject);
        } catch (JsonProcessingException unreadable) {
            // the server says what is wrong with it, by a dry run before anything is applied
            return Optional.empty();
        }
    }

    private static KubeUse use(Block block, JsonNode fields) {
        return new KubeUse(
                block,
                fields.path("kind").asText(""),
                fields.path("name").asText(""),
                fields.path("namespace").asText(""));
    }

    public Optional<KindFacts> facts() {
        return KindTable.standard().find(kind);
    }
}
