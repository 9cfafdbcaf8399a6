package dev.plumbline.runbook.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.runbook.document.Block;
import java.util.List;
import java.util.Map;

/** {@code kube get}: one object by name, or all of a kind by a selector. {@code capture:} takes variables from it; {@code capture=name} keeps the whole object for a later {@code kube apply}. */
final class KubeReadAction implements StepAction {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());

    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        ObjectNode fields = Rendering.fields(block, scope);
        KubeObjects.Address address = KubeAddress.of(block, fields, scope);
        String command = "get " + KubeAddress.shown(address, fields);
        Preview preview = KubeAddress.reading(block, scope, address, command);
        return Preparing.of(preview, (approval, listener, token) -> {
            JsonNode answer = read(address, fields, scope, token);
            Map<String, String> captures = new java.util.TreeMap<>(Captures.of(block, answer));
            if (block.has(Block.CAPTURE)) {
                captures.put(block.attribute(Block.CAPTURE), answer.toString());
            }
            int count = answer instanceof ArrayNode array ? array.size() : 1;
            return new Ran(count == 1 ? "1 object" : count + " objects", Evidence.capped(yaml(answer)), captures, true);
        });
    }

    private static JsonNode read(KubeObjects.Address address, ObjectNode fields, StepScope scope, CancelToken cancel) {
        KubeObjects kube = scope.tools().kube();
        if (!address.name().isEmpty()) {
            return kube.get(address, cancel).object();
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        kube.list(
                        address.context(),
                        address.kind(),
                        address.namespace(),
                        fields.path("selector").asText(""),
                        cancel)
                .forEach(found -> all.add(found.object()));
        return all;
    }

    static List<String> yaml(JsonNode node) {
        try {
            return YAML.writeValueAsString(node).lines().toList();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("every JSON can be written as YAML", impossible);
        }
    }
}
