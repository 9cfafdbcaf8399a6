package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Name;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.QuarantineTable;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.runbook.document.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code quarantine}: sets {@code table} aside into platform_quarantine and captures its name there as {@code quarantined}; {@code quarantine-restore} brings {@code name} back as {@code table}. */
final class QuarantineOperation implements PlannedOperation {
    @Override
    public Prepared prepare(Block block, ObjectNode with, StepScope scope, CancelToken cancel, Progress progress) {
        boolean restores = block.text("operation").equals("quarantine-restore");
        Arguments arguments = new Arguments(block.text("operation"), with);
        QuarantineTable tables = scope.tools().operations().get().quarantines();
        CheckSchemas.Scope where = new CheckSchemas.Scope(
                scope.context(block),
                scope.target().namespace(),
                Optional.empty(),
                scope.target().dsn());
        List<Name> table = arguments.table("table");
        QuarantineTable.Quarantine planned = restores
                ? tables.back(where, Name.of(arguments.required("name")), table.get(0), table.get(1), cancel)
                : tables.away(where, table.get(0), table.get(1), cancel);
        Plan plan = planned.plan();
        Preview preview = PlanPreview.of(
                plan,
                Verdict.WOULD_CHANGE,
                PlanPreview.stepClass(plan),
                PlanPreview.command(plan),
                planned.notes(),
                scope);
        Map<String, String> captures =
                restores ? Map.of() : Map.of("quarantined", planned.to().table().text());
        return Preparing.of(preview, Map.of(), captures, (approval, listener, token) -> {
            RunOutcome outcome = new Witnessing(scope, scope.schemas(block), listener, token)
                    .plan(
                            plan,
                            seen -> tables.run(
                                    where,
                                    planned,
                                    PlanPreview.approval(plan, approval),
                                    seen,
                                    new HeardRun(listener),
                                    token));
            PlanPreview.requireDone(outcome);
            return PlanRan.of(plan, outcome).capturing(captures);
        });
    }
}
