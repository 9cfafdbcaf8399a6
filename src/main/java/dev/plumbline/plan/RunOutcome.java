package dev.plumbline.plan;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a run ended. {@code steps} tells for each step of the plan whether it stands; {@code verifiedState} and {@code remaining} come from reading again
 * after the run, and are empty when that reading failed ({@code problem} then says so). {@code journalId} finds the run's record.
 */
public record RunOutcome(
        Ending ending,
        List<StepOutcome> steps,
        Optional<Problem> problem,
        Optional<Snapshot> verifiedState,
        List<CheckResult> remaining,
        Duration took,
        String journalId) {
    public RunOutcome {
        steps = List.copyOf(steps);
        remaining = List.copyOf(remaining);
    }

    public enum Ending {
        /** Every step stands and the verification found nothing left of the plan. */
        VERIFIED,
        /** Every step stands; reading again found differences or was not possible. */
        DONE_NOT_VERIFIED,
        /** Tried: every step ran and was rolled back, as was asked. Without a problem, reading again found everything as it was before. */
        ROLLED_BACK,
        /** Nothing was changed, and why is in the problem. */
        REFUSED,
        /** A step failed; what stands is in the steps. */
        FAILED,
        /** Stopped by a person; what stands is in the steps. */
        CANCELLED,
        /** The connection was lost around COMMIT and the server could not yet say whether it took effect. */
        UNKNOWN
    }

    public record StepOutcome(String stepId, State state, String sqlState, String serverMessage, Duration took) {
        public enum State {
            STANDS,
            ROLLED_BACK,
            FAILED,
            NOT_RUN,
            UNKNOWN
        }
    }
}
