package dev.plumbline.cli.structure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.output.Console;
import dev.plumbline.operation.ApplyFolder;
import dev.plumbline.operation.difference.DiffScript;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.structure.StepTimeouts;
import dev.plumbline.plan.structure.StructureHash;
import dev.plumbline.plan.structure.StructureHazard;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureStep;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/** A plan in the JSON of {@code pg-flux plan --format json}; what that has no field for ({@code step}, {@code not_planned}) is added, nothing is left out. */
final class FolderPlanJson {
    private static final String VERSION = "1.0.0";

    private FolderPlanJson() {}

    /** @param heldBack steps that may not run as things stand */
    static ObjectNode of(ApplyFolder.Planned planned, Set<StructureStep> heldBack) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("version", VERSION)
                .put(
                        "generated_at",
                        planned.at().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("source_schema_hash", StructureHash.of(planned.declared()))
                .put("live_schema_hash", StructureHash.of(planned.live()))
                .put("has_blocking_hazards", !heldBack.isEmpty());
        ArrayNode statements = node.putArray("statements");
        int number = 1;
        for (StructureStep step : planned.way().steps()) {
            Step run = planned.plan().step(step.id()).orElseThrow();
            ObjectNode statement = statements
                    .addObject()
                    .put("id", number++)
                    .put("ddl", step.sql().text())
                    .put("operation_type", StepOperation.of(step))
                    .put("object_name", step.about().shown())
                    .put("is_concurrent", StepTimeouts.isConcurrent(step))
                    .put("lock_timeout_ms", run.lockTimeout().milliseconds())
                    .put("statement_timeout_ms", run.statementTimeout().milliseconds())
                    .put("blocking_hazards", step.needsAllowance())
                    .put("object_kind", step.about().kind().word())
                    .put("step", step.id());
            if (!step.hazards().isEmpty()) {
                hazards(step, statement.putArray("hazards"));
            }
        }
        ArrayNode left = node.putArray("not_planned");
        for (StructurePlan.NotPlanned one : planned.way().notPlanned()) {
            left.add(DiffScript.shown(one));
        }
        ArrayNode refused = node.putArray("refused");
        planned.plan().blockingRefusals().forEach(refusal -> refused.add(refusal.what() + ": " + refusal.why()));
        return node;
    }

    private static void hazards(StructureStep step, ArrayNode hazards) {
        for (StructureHazard hazard : step.hazards()) {
            hazards.addObject()
                    .put("type", hazard.kind().name())
                    .put("severity", (hazard.blocking() ? "BLOCKING" : "ADVISORY").toLowerCase(Locale.ROOT))
                    .put("message", hazard.message());
        }
    }
}
