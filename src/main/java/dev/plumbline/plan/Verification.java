package dev.plumbline.plan;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a state read after a run says: the checks that still find something, and the plan that would be made from that state. */
public record Verification(List<CheckResult> remaining, Plan secondPlan) {
    public Verification {
        remaining = List.copyOf(remaining);
    }

    /** Judges a state. The operation that made the plan gives the same checks and the same planner again. */
    public interface Verifier {
        Verification verify(Snapshot now);
    }

    public static Verification of(List<CheckResult> checks, Plan secondPlan) {
        return new Verification(
                checks.stream().filter(check -> !check.findings().isEmpty()).toList(), secondPlan);
    }

    /** The steps of {@code plan} that the second plan asks for again. Borrowing for a step that was left out is no such step. */
    public List<Step> askedAgain(Plan plan) {
        Set<String> again = secondPlan.steps().stream().map(Step::id).collect(Collectors.toSet());
        return plan.steps().stream()
                .filter(step -> step.group().repairs() && again.contains(step.id()))
                .toList();
    }
}
