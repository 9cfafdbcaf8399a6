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
    private static final Map<String, PlannedOperation> OPERATIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("schema-fix", new SchemaFixOperation()),
            Map.entry("ownership-repair", new OwnershipOperation()),
            Map.entry("reverse-privileges", new OwnershipOperation()),
            Map.entry("quarantine", new QuarantineOperation()),
            Map.entry("quarantine-restore", new QuarantineOperation()),
            Map.entry("force-reconcile", new ReconcileOperation()),
            Map.entry("snapshot", new SnapshotOperation()),
            Map.entry("migration-apply", new MigrationOperation()),
            Map.entry("migration-resume", new MigrationOperation()),
            Map.entry("reassign", new RoleOperation()),
            Map.entry("drop-role", new RoleOperation()),
            Map.entry("rotation", new RotationOperation())));

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
