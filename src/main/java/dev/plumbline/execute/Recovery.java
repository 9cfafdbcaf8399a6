package dev.plumbline.execute;

import dev.plumbline.plan.RunOutcome.StepOutcome;
import java.util.List;

/** What is found of a run whose end nobody wrote down: what of it stands, statement by statement, and what to do next. */
public record Recovery(Stands stands, List<StepOutcome> steps, String sentence, String next) {
    public Recovery {
        steps = List.copyOf(steps);
    }

    public enum Stands {
        /** Nothing took effect, as if the run had never begun. */
        NOTHING,
        /** Every statement took effect. */
        ALL,
        /** Some did, some did not; possible only where each statement is its own transaction. */
        PART,
        /** The run's session is still at work in the server. */
        STILL_RUNNING,
        /** The server cannot tell, or is not the one the run was in. */
        UNKNOWN
    }
}
