package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Name;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.QuarantineTable;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.structure.QuarantinePlanner;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code quarantine}: sets {@code table} aside into platform_quarantine and captures its name there as {@code quarantined}; {@code quarantine-restore} brings {@code name} back as {@code table}. The name
 * holds the time of the plan, so that it tells later whether an interrupted step took effect.
 */
final class QuarantineOperation implements PlannedOperation {
    private static final String ASIDE = "aside";

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
        Optional<Name> marked = Optional.ofNullable(scope.marks().get(ASIDE)).map(Name::of);
        if (marked.isPresent() && tookEffect(tables, where, restores, marked.get(), table, cancel)) {
            return already(block, scope, restores, marked.get(), arguments.required("table"), cancel);
        }
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
        Name aside = restores ? planned.from().table() : planned.to().table();
        Map<String, String> captures = captures(restores, aside);
        return Preparing.of(preview, Map.of(ASIDE, aside.text()), captures, (approval, listener, token) -> {
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

    private static Map<String, String> captures(boolean restores, Name aside) {
        return restores ? Map.of() : Map.of("quarantined", aside.text());
    }

    /** Where the operator has made the table anew meanwhile, both are there: the name that is set aside tells. */
    private static boolean tookEffect(
            QuarantineTable tables,
            CheckSchemas.Scope where,
            boolean restores,
            Name aside,
            List<Name> table,
            CancelToken cancel) {
        boolean isAside = tables.isThere(where, Name.of(QuarantinePlanner.QUARANTINE), aside, cancel);
        return restores ? !isAside && tables.isThere(where, table.get(0), table.get(1), cancel) : isAside;
    }

    private static Prepared already(
            Block block, StepScope scope, boolean restores, Name aside, String table, CancelToken cancel) {
        String said = restores
                ? table + " is there, and " + aside.shown() + " is not set aside any more: it took effect."
                : QuarantinePlanner.QUARANTINE + "." + aside.shown() + " is there: it took effect.";
        Preview preview = new Preview(
                Verdict.ALREADY_SO,
                StepClass.CHANGE,
                scope.tools().sql().target(scope.schemas(block), cancel),
                "",
                List.of(said + " Nothing is sent again."),
                Map.of(),
                "",
                Digest.of(scope.source(), block.id(), said),
                scope.tools().clock().instant());
        Map<String, String> captures = captures(restores, aside);
        return Preparing.of(
                preview,
                Map.of(),
                captures,
                (approval, listener, token) ->
                        new Ran("it took effect before it was interrupted", preview.lines(), captures, true));
    }
}
