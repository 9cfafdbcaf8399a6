package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.operation.runbook.SqlBlocks;
import dev.plumbline.operation.runbook.SqlFates;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code sql change}: previewed by running it in a transaction that is rolled back, where that can be; run through the one door, and what it made of the catalog told. */
final class SqlChangeAction implements StepAction {
    private static final String PLAN = "plan";
    private static final String AFTER = "after";
    private static final Duration USUAL_LIMIT = Duration.ofMinutes(1);

    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        String sql = SqlRendering.of(block.body(), scope);
        SqlBlocks tool = scope.tools().sql();
        Optional<SqlFates.Fate> fate = fate(block, scope, cancel);
        fate.ifPresent(known -> requireEnded(block, known));
        StatementTimeout limit =
                new StatementTimeout((int) block.timeout().orElse(USUAL_LIMIT).toMillis());
        SqlBlocks.PlannedSql planned = tool.plan(
                scope.database(block), scope.source() + " " + block.id(), sql, LockTimeout.DEFAULT, limit, cancel);
        Plan plan = planned.plan();
        List<String> lines = new ArrayList<>(planned.notes());
        Verdict verdict = proved(tool.prove(planned, cancel), lines);
        StepClass stepClass = block.asked()
                .orElse(StepClass.CHANGE)
                .or(plan.steps().stream().anyMatch(Step::destructive) ? StepClass.DESTRUCTIVE : StepClass.CHANGE);
        Preview preview = PlanPreview.of(plan, verdict, stepClass, sql, lines, scope);
        if (fate.isPresent() && fate.get().stands() == SqlFates.Fate.Stands.ALL) {
            return Again.nothing(preview, fate.get().sentence(), Map.of());
        }
        Preview shown = fate.isPresent() && fate.get().stands() == SqlFates.Fate.Stands.UNKNOWN
                ? Again.asked(preview, "It was interrupted. " + fate.get().sentence())
                : preview;
        return Preparing.of(shown, marks(tool, plan), Map.of(), (approval, listener, token) -> {
            RunOutcome outcome = new Witnessing(scope, planned.where(), listener, token)
                    .run(seen ->
                            tool.run(planned, PlanPreview.approval(plan, approval), new HeardRun(listener), token));
            List<String> evidence = new ArrayList<>(List.of("Journal: " + outcome.journalId()));
            if (outcome.ending() == RunOutcome.Ending.DONE_NOT_VERIFIED) {
                // All of it stands; the step's own checks tell what reading again did not.
                outcome.problem().ifPresent(problem -> evidence.add("Done; " + problem.answer()));
            } else {
                requireNoPart(outcome);
                PlanPreview.requireDone(outcome);
            }
            int count = plan.steps().size() - 1;
            return Ran.of(
                    (count == 1 ? "1 statement" : count + " statements") + " in "
                            + outcome.took().toMillis() + " ms",
                    evidence);
        });
    }

    private static Map<String, String> marks(SqlBlocks tool, Plan plan) {
        Map<String, String> marks = new TreeMap<>(Map.of(PLAN, plan.digest()));
        tool.fates().newest().ifPresent(run -> marks.put(AFTER, run));
        return marks;
    }

    /** What runs outside of a transaction, and what came before it, stands whatever comes after it. */
    private static void requireNoPart(RunOutcome outcome) {
        // The first sets the search path.
        long stand = outcome.steps().stream()
                .skip(1)
                .filter(step -> step.state() == RunOutcome.StepOutcome.State.STANDS)
                .count();
        if (outcome.ending() == RunOutcome.Ending.FAILED && stand > 0) {
            Problem why = outcome.problem().orElseThrow();
            throw new ProblemException(new Problem(
                    why.kind(),
                    "RB-PART-STANDS",
                    why.tried(),
                    why.object(),
                    why.answer() + " " + (stand == 1 ? "1 statement stands." : stand + " statements stand."),
                    why.next()));
        }
    }

    @Override
    public Effect effect(Block block, StepScope scope, CancelToken cancel) {
        return fate(block, scope, cancel)
                .map(fate -> switch (fate.stands()) {
                    case ALL -> Effect.TOOK;
                    case NOTHING -> Effect.NOT;
                    case UNKNOWN, RUNNING -> Effect.UNKNOWN;
                })
                .orElse(Effect.UNKNOWN);
    }

    /** @throws ProblemException RB-STILL-RUNNING as long as the server is at it */
    private static void requireEnded(Block block, SqlFates.Fate fate) {
        if (fate.stands() == SqlFates.Fate.Stands.RUNNING) {
            throw new ProblemException(new Problem(
                    Problem.Kind.CONFLICT,
                    "RB-STILL-RUNNING",
                    "Previewing again",
                    block.id(),
                    fate.sentence(),
                    "Wait until it is gone, then preview it again; pg_terminate_backend ends and undoes it."));
        }
    }

    /** Empty where the step was not interrupted. */
    private static Optional<SqlFates.Fate> fate(Block block, StepScope scope, CancelToken cancel) {
        return Optional.ofNullable(scope.marks().get(PLAN))
                .map(plan -> scope.tools()
                        .sql()
                        .fates()
                        .of(
                                scope.database(block),
                                plan,
                                Optional.ofNullable(scope.marks().get(AFTER)),
                                cancel));
    }

    private static Verdict proved(Proof proof, List<String> lines) {
        if (proof.after().isPresent()) {
            lines.add("Ran without an error in a transaction that was rolled back, in "
                    + proof.took().toMillis() + " ms.");
            lines.addAll(proof.notes());
            return Verdict.WOULD_CHANGE;
        }
        proof.problem().ifPresent(problem -> lines.add("Tried out: " + problem.answer()));
        return Verdict.CANNOT_TELL;
    }
}
