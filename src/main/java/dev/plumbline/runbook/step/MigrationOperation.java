package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.operation.runbook.RunbookMigrations;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.runbook.document.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code migration-apply} and {@code migration-resume}: runs the pending files of the directory {@code directory}, or goes on where an earlier run stopped. */
final class MigrationOperation implements PlannedOperation {
    @Override
    public Prepared prepare(Block block, ObjectNode with, StepScope scope, CancelToken cancel, Progress progress) {
        Arguments arguments = new Arguments(block.text("operation"), with);
        RunbookMigrations migrations = scope.tools().migrations();
        RunbookDatabase.Where where = scope.database(block);
        MigrationChoice fresh = MigrationChoice.of(Path.of(arguments.required("directory")));
        MigrationChoice choice = block.text("operation").equals("migration-resume") ? fresh.resuming() : fresh;
        PlannedMigrations planned = migrations.plan(where, choice, cancel, progress);
        Plan plan = planned.plan();
        Preview preview = PlanPreview.of(
                plan,
                Verdict.WOULD_CHANGE,
                PlanPreview.stepClass(plan),
                PlanPreview.command(plan),
                planned.notes(),
                scope);
        return Preparing.of(preview, (approval, listener, token) -> {
            if (plan.isEmpty()) {
                return new Ran("already so: nothing is pending", List.of(), Map.of(), true);
            }
            RunOutcome outcome = new Witnessing(scope, where, listener, token)
                    .plan(
                            plan,
                            seen -> migrations.run(
                                    where,
                                    planned,
                                    PlanPreview.approval(plan, approval),
                                    seen,
                                    new HeardRun(listener),
                                    Optional.of(scope.context(block)).filter(context -> !context.isEmpty()),
                                    token));
            PlanPreview.requireDone(outcome);
            return PlanRan.of(plan, outcome);
        });
    }
}
