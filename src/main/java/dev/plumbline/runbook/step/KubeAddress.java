package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClassifier;
import java.util.List;
import java.util.Map;

/** The object that a block of kind {@code kube} is about. */
final class KubeAddress {
    private KubeAddress() {}

    static KubeObjects.Address of(Block block, ObjectNode fields, StepScope scope) {
        return new KubeObjects.Address(
                scope.context(block),
                fields.path("kind").asText("pod"),
                scope.namespace(block),
                fields.path("name").asText(""));
    }

    static String shown(KubeObjects.Address address, ObjectNode fields) {
        String which = address.name().isEmpty()
                ? "all of kind " + address.kind() + " with "
                        + (fields.path("selector").asText("").isEmpty()
                                ? "any labels"
                                : fields.path("selector").asText())
                : address.kind() + " " + address.name();
        return which + " in namespace " + address.namespace();
    }

    /** The preview of something that only looks. */
    static Preview reading(Block block, StepScope scope, KubeObjects.Address address, String command) {
        return new Preview(
                block.kind().least() == dev.plumbline.runbook.document.StepClass.WAIT ? Verdict.WAITS : Verdict.READS,
                StepClassifier.of(block),
                "context " + address.context(),
                command,
                List.of(),
                Map.of(),
                "",
                Digest.of(scope.source(), block.id(), address.toString(), command),
                scope.tools().clock().instant());
    }
}
