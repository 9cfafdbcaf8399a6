package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import java.util.Map;
import java.util.TreeMap;

/** {@code plan}: calls an operation of Plumbline. */
final class PlanAction implements StepAction {
    private static final Map<String, PlannedOperation> OPERATIONS = new TreeMap<>(Map.of(
            "schema-fix", new SchemaFixOperation(),
            "ownership-repair", new OwnershipOperation(),
            "reverse-privileges", new OwnershipOperation(),
            "quarantine", new QuarantineOperation(),
            "quarantine-restore", new QuarantineOperation(),
            "force-reconcile", new ReconcileOperation(),
            "snapshot", new SnapshotOperation(),
            "migration-apply", new MigrationOperation(),
            "migration-resume", new MigrationOperation(),
            "rotation", new RotationOperation()));

    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        String name = block.text("operation");
        PlannedOperation operation = OPERATIONS.get(name);
        if (operation == null) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "RB-OPERATION",
                    "Planning",
                    "\"" + name + "\"",
                    "there is no such operation.",
                    "There are: " + String.join(", ", OPERATIONS.keySet()) + "."));
        }
        JsonNode with = Rendering.fields(block, scope).path("with");
        return operation.prepare(
                block,
                with instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
                scope,
                cancel,
                progress);
    }
}
