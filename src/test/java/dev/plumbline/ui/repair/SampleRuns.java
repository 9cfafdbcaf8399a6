package dev.plumbline.ui.repair;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Snapshot;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import dev.plumbline.ui.sample.SampleSnapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs as an operation would answer them. */
final class SampleRuns {
    private SampleRuns() {}

    /** The catalog as the plan leaves it. */
    static Snapshot after(Plan plan) {
        Snapshot state = plan.from();
        for (Step step : plan.steps()) {
            state = step.change().applyTo(state);
        }
        return state;
    }

    static RepairResult verified(Plan plan, RunListener listener) {
        List<StepOutcome> outcomes = new ArrayList<>();
        for (Step step : plan.steps()) {
            StepOutcome outcome = new StepOutcome(step.id(), State.STANDS, "", "", Duration.ofMillis(2));
            listener.starting(step, outcomes.size() + 1, plan.steps().size());
            listener.ended(outcome);
            outcomes.add(outcome);
        }
        return result(RunOutcome.Ending.VERIFIED, outcomes, Optional.empty(), plan, after(plan));
    }

    /** The step with this number is refused by the server; what ran before it is rolled back. */
    static RepairResult failed(Plan plan, int number) {
        List<StepOutcome> outcomes = new ArrayList<>();
        for (Step step : plan.steps()) {
            int at = outcomes.size() + 1;
            outcomes.add(
                    at == number
                            ? new StepOutcome(
                                    step.id(),
                                    State.FAILED,
                                    "42501",
                                    "must be able to SET ROLE \"db_billing_owner\"",
                                    Duration.ofMillis(3))
                            : new StepOutcome(
                                    step.id(), at < number ? State.ROLLED_BACK : State.NOT_RUN, "", "", Duration.ZERO));
        }
        Problem problem = new Problem(
                Problem.Kind.FORBIDDEN,
                "42501",
                "Running step " + number + " on",
                plan.target().server().database().shown(),
                "ERROR: must be able to SET ROLE \"db_billing_owner\" (42501)",
                "Grant the login membership in db_billing_owner WITH SET TRUE, then plan again.");
        return result(RunOutcome.Ending.FAILED, outcomes, Optional.of(problem), plan, plan.from());
    }

    static RepairResult result(
            RunOutcome.Ending ending, List<StepOutcome> steps, Optional<Problem> problem, Plan plan, Snapshot state) {
        List<CheckResult> remaining = OwnershipChecks.run(state, SampleSnapshots.billing()).stream()
                .filter(check -> !check.findings().isEmpty())
                .toList();
        RunOutcome outcome = new RunOutcome(
                ending, steps, problem, Optional.of(state), remaining, Duration.ofMillis(312), "20261120T094112Z-7c1f");
        return new RepairResult(outcome, Recording.NOTHING);
    }
}
