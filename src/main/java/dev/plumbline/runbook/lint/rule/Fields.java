package dev.plumbline.runbook.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.KubeUse;
import java.util.LinkedHashSet;
import java.util.Set;

/** The fields of resources that a block names, as paths without the indexes of lists. */
final class Fields {
    private static final Set<String> FREE = Set.of("annotations", "labels", "data", "stringData", "matchLabels");

    private Fields() {}

    static Set<String> of(Block block) {
        Set<String> paths = new LinkedHashSet<>();
        if (block.kind() == BlockKind.KUBE_PATCH) {
            below("", Annotations.patch(block), paths);
        }
        KubeUse.manifest(block).ifPresent(manifest -> below("", manifest, paths));
        if (block.kind() == BlockKind.KUBE_GET) {
            block.field(Block.CAPTURE).forEach(path -> add(path, paths));
        }
        block.field("is").fieldNames().forEachRemaining(path -> add(path, paths));
        Waits.path(block).ifPresent(path -> add(path, paths));
        return paths;
    }

    private static void add(JsonNode path, Set<String> paths) {
        add(path.asText(""), paths);
    }

    private static void add(String path, Set<String> paths) {
        if (path.startsWith(".") && !path.contains("${")) {
            paths.add(path.replaceAll("\\[[^\\]]*\\]", ""));
        }
    }

    private static void below(String path, JsonNode node, Set<String> paths) {
        node.properties().forEach(field -> {
            String here = path + "." + field.getKey();
            if (FREE.contains(field.getKey()) || !field.getValue().isContainerNode()) {
                paths.add(here);
            } else if (field.getValue().isArray()) {
                paths.add(here);
                field.getValue().forEach(each -> below(here, each, paths));
            } else {
                below(here, field.getValue(), paths);
            }
        });
    }
}
