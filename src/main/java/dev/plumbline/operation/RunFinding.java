package dev.plumbline.operation;

import dev.plumbline.plan.RunOutcome.StepOutcome;
import java.util.List;

/** What stands of a run that nobody saw end. {@code known} is false while it is still at work, or when the server cannot tell. */
public record RunFinding(String runId, boolean known, String sentence, String next, List<StepOutcome> steps) {
    public RunFinding {
        steps = List.copyOf(steps);
    }
}
