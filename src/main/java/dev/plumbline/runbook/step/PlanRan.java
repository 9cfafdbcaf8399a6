package dev.plumbline.runbook.step;

import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plan that ran and was verified, as what came of a step. */
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
        evidence.add("Verified by reading again: nothing of it is left to do. Journal: " + outcome.journalId());
        int count = plan.steps().size();
        return new Ran(
                (count == 1 ? "1 statement" : count + " statements") + ", verified, in "
                        + outcome.took().toMillis() + " ms",
                Evidence.capped(evidence),
                Map.of(),
                true);
    }
}
