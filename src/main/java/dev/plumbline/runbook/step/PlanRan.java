package dev.plumbline.runbook.step;

import dev.plumbline.model.Problem;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan of which every statement took effect, as what came of a step. */
final class PlanRan {
    private PlanRan() {}

    static Ran of(Plan plan, RunOutcome outcome) {
        List<String> evidence = new ArrayList<>();
        outcome.steps()
                .forEach(step -> plan.step(step.stepId())
                        .ifPresent(planned -> evidence.add(step.state() + " in "
                                + step.took().toMillis() + " ms"
                                + (planned.lock().equals("-") ? "" : ", " + planned.lock()) + ": "
                                + planned.sql().text().lines().findFirst().orElse(""))));
        int count = plan.steps().size();
        String statements = count == 1 ? "1 statement" : count + " statements";
        String time = outcome.took().toMillis() + " ms";
        Optional<String> unverified = unverified(outcome);
        evidence.add(unverified
                .map(why -> "Every statement took effect. Reading again did not show it: " + why + " Journal: "
                        + outcome.journalId())
                .orElse("Verified by reading again: nothing of it is left to do. Journal: " + outcome.journalId()));
        return new Ran(
                unverified.isPresent()
                        ? statements + " took effect, in " + time
                        : statements + ", verified, in " + time,
                Evidence.capped(evidence),
                Map.of(),
                unverified.isEmpty(),
                unverified);
    }

    /** Why reading again did not show what took effect, empty where it did. */
    static Optional<String> unverified(RunOutcome outcome) {
        return outcome.ending() == RunOutcome.Ending.DONE_NOT_VERIFIED
                ? Optional.of(outcome.problem().map(Problem::message).orElse("not everything is as it was to be."))
                : Optional.empty();
    }
}
