package dev.plumbline.operation.rotation;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.rotation.RotationPlan;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Runs an approved rotation, then reads everything anew, however it ended: what stands is what is read, not what the run believes. */
public final class RotateAndRead {
    private final RunRotation running;
    private final ReadRotation reading;

    public RotateAndRead(RunRotation running, ReadRotation reading) {
        this.running = running;
        this.reading = reading;
    }

    /**
     * @param seen hears what is there afterwards, unless nothing was run; that it could not be read is a warning of the result
     * @throws ProblemException when the resource cannot be read before the run
     */
    public RepairResult run(
            RotationPlan plan,
            Approval approval,
            Duration jobWait,
            Consumer<RotationReport> seen,
            RotationListener listener,
            CancelToken cancel) {
        RunOutcome outcome = running.run(plan, approval, jobWait, listener, cancel);
        if (outcome.ending() == RunOutcome.Ending.REFUSED) {
            return new RepairResult(outcome, Recording.NOTHING);
        }
        try {
            // Stopping the run does not stop the look at what it left.
            seen.accept(reading.read(plan.facts().database().ref(), new CancelToken(), Progress.NONE));
            return new RepairResult(outcome, Recording.NOTHING);
        } catch (ProblemException unread) {
            return new RepairResult(outcome, new Recording(false, false, List.of(unread.problem())));
        }
    }
}
