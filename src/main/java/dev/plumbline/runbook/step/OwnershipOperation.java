package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.Operations;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.runbook.document.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ownership-repair} and {@code reverse-privileges}: repairs the ownership model of the Database {@code database}. With {@code backfill: true} also grants on objects that existed before their default
 * privileges did.
 */
final class OwnershipOperation implements PlannedOperation {
    @Override
    public Prepared prepare(Block block, ObjectNode with, StepScope scope, CancelToken cancel, Progress progress) {
        Arguments arguments = new Arguments(block.text("operation"), with);
        if (arguments.flag("all")) {
            return new NamespaceOwnershipOperation().prepare(block, with, scope, cancel, progress);
        }
        Operations operations = scope.tools().operations().get();
        ResourceRef ref = scope.databaseRef(arguments
                .optional("database")
                .or(() -> scope.target().database())
                .orElseGet(() -> arguments.required("database")));
        OwnershipReport report = operations.ownership().check(ref, cancel, progress);
        if (!report.notApplicable().isEmpty()) {
            return notApplicable(block, scope, ref, report.notApplicable());
        }
        report.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        Plan full = operations.plans().plan(report.live().orElseThrow(), report, RepairOptions.ONLY_MISSING);
        Plan plan = full.restrictedTo(chosen(full, arguments.flag("backfill")));
        List<String> lines = new ArrayList<>();
        report.checks().stream()
                .filter(check -> !check.findings().isEmpty())
                .forEach(check ->
                        lines.add(check.code() + ": " + check.findings().size() + " to repair"));
        Preview preview = PlanPreview.of(
                plan, Verdict.WOULD_CHANGE, PlanPreview.stepClass(plan), PlanPreview.command(plan), lines, scope);
        return Preparing.of(preview, (approval, listener, token) -> {
            if (plan.isEmpty()) {
                return new Ran("already so: nothing differs", List.of(), Map.of(), true);
            }
            RunOutcome outcome = new Witnessing(scope, RunbookDatabase.Where.ofDatabase(ref), listener, token)
                    .plan(
                            plan,
                            seen -> operations
                                    .repairs()
                                    .run(
                                            report,
                                            plan,
                                            PlanPreview.approval(plan, approval),
                                            new HeardRun(listener),
                                            token)
                                    .outcome());
            PlanPreview.requireDone(outcome);
            return PlanRan.of(plan, outcome);
        });
    }

    static Set<String> chosen(Plan full, boolean backfill) {
        Set<String> ids = new HashSet<>(full.selectedAtFirst());
        if (backfill) {
            full.steps().stream()
                    .filter(step -> step.group() == StepGroup.BACKFILL)
                    .forEach(step -> ids.add(step.id()));
        }
        return ids;
    }

    private static Prepared notApplicable(Block block, StepScope scope, ResourceRef ref, String reason) {
        Preview preview = new Preview(
                Verdict.ALREADY_SO,
                block.kind().least(),
                ref.shown(),
                "",
                List.of(reason),
                Map.of(),
                ref.name(),
                Digest.of(scope.source(), block.id(), reason),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> new Ran(reason, List.of(reason), Map.of(), true));
    }
}
