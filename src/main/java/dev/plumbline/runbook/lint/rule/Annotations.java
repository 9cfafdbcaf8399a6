package dev.plumbline.runbook.lint.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.KubeUse;
import java.util.ArrayList;
import java.util.List;

/** The annotations that a block sets, or takes away by a name with a dash behind it. */
final class Annotations {
    private static final ObjectMapper YAML =
            new ObjectMapper(YAMLFactory.builder().build());

    private Annotations() {}

    static List<String> of(Block block) {
        List<String> names = new ArrayList<>();
        block.field("annotations")
                .fieldNames()
                .forEachRemaining(name -> names.add(name.endsWith("-") ? name.substring(0, name.length() - 1) : name));
        patch(block).path("metadata").path("annotations").fieldNames().forEachRemaining(names::add);
        KubeUse.manifest(block)
                .ifPresent(manifest -> manifest.path("metadata")
                        .path("annotations")
                        .fieldNames()
                        .forEachRemaining(names::add));
        return names;
    }

    static boolean isAllThatIsSet(Block block) {
        JsonNode patch = patch(block);
        return block.kind() == BlockKind.KUBE_ANNOTATE
                || block.kind() == BlockKind.KUBE_PATCH
                        && patch.size() == 1
                        && patch.path("metadata").size() == 1
                        && patch.path("metadata").has("annotations");
    }

    /** A patch as a mapping or as text. */
    static JsonNode patch(Block block) {
        JsonNode patch = block.field("patch");
        if (!patch.isTextual()) {
            return patch;
        }
        try {
            return YAML.readTree(patch.asText());
        } catch (JsonProcessingException unreadable) {
            // the server says what is wrong with it; here it only sets no annotation that can be seen
            return YAML.missingNode();
        }
    }
}
