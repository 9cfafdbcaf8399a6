package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.runbook.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code schema-fix}: gives the table of the SchemaDefinition {@code schema} all that it asks for. {@code without} are ids of steps to leave out. */
final class SchemaFixOperation implements PlannedOperation {
    @Override
    public Prepared prepare(Block block, ObjectNode with, StepScope scope, CancelToken cancel, Progress progress) {
        Arguments arguments = new Arguments("schema-fix", with);
        FixSchema fixes = scope.tools().operations().get().schemaFixes();
        CheckSchemas.Scope where = new CheckSchemas.Scope(
                scope.context(block),
                arguments.optional("namespace").orElse(scope.target().namespace()),
                Optional.of(arguments.required("schema")),
                scope.target().dsn());
        FixSchema.Fix fix = fixes.plan(where, Set.copyOf(arguments.list("without")), cancel, progress);
        Plan plan = fix.plan();
        List<String> lines = new ArrayList<>();
        fix.drift()
                .findings()
                .forEach(finding -> lines.add(finding.cause().title() + ": "
                        + finding.name().kind().word() + " " + finding.name().shown()));
        fix.counted()
                .forEach(counted -> lines.add(counted.what() + ": "
                        + (counted.unknown().isEmpty() ? counted.rows() + " rows" : counted.unknown())));
        fix.way().advice().forEach(advice -> lines.add(advice));
        Preview preview = PlanPreview.of(
                plan,
                Verdict.WOULD_CHANGE,
                block.asked().orElse(PlanPreview.stepClass(plan)).or(PlanPreview.stepClass(plan)),
                PlanPreview.command(plan),
                lines,
                scope);
        return Preparing.of(preview, (approval, listener, token) -> {
            if (plan.isEmpty()) {
                return new Ran("already so: zero differences", List.of(), java.util.Map.of(), true);
            }
            RunOutcome outcome = new Witnessing(scope, scope.schemas(block), listener, token)
                    .plan(
                            plan,
                            seen -> fixes.run(
                                    where,
                                    fix,
                                    PlanPreview.approval(plan, approval),
                                    seen,
                                    new HeardRun(listener),
                                    token));
            PlanPreview.requireDone(outcome);
            return PlanRan.of(plan, outcome);
        });
    }
}
