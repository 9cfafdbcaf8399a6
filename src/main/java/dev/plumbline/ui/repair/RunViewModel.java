package dev.plumbline.ui.repair;

import dev.plumbline.job.Outcome;
import dev.plumbline.model.Problem;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import dev.plumbline.ui.fx.Failures;
import dev.plumbline.ui.fx.RunningJob;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One run as it goes: its phase, its steps, a stop that ends the running statement, and its result. Used on the window's thread only. */
public final class RunViewModel {
    public enum Phase {
        IDLE,
        RUNNING,
        STOPPING,
        ENDED
    }

    private final ActivitySlot slot;
    private final Executor window;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable RepairResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    RunViewModel(Activity activity, Executor window) {
        this.slot = activity.slot();
        this.window = window;
    }

    void start(StagedPlan staged, Approval approval, PlanRun run) {
        start(staged, approval, run, false);
    }

    /** {@code rollsBack}: all of it is rolled back in the end. */
    void start(StagedPlan staged, Approval approval, PlanRun run, boolean rollsBack) {
        Plan chosen = staged.chosen();
        forget();
        staged.steps().forEach(step -> step.advance(step.runs() ? StepProgress.WAITING : StepProgress.NOT_STARTED, ""));
        phase.set(Phase.RUNNING);
        AtomicBoolean begun = new AtomicBoolean();
        slot.<RepairResult>start(
                (rollsBack ? "trying on " : "changing ")
                        + chosen.target().server().database().shown(),
                (cancel, progress) -> {
                    begun.set(true);
                    return run.run(
                            chosen, approval, new RunProgress(staged, progress, window, this::isRunning), cancel);
                },
                outcome -> ended(staged, outcome, begun.get()));
    }

    /** Asks the running statement to stop; the result still comes, and says what stands. */
    public void stop() {
        RunningJob job = slot.current().get();
        if (phase.get() == Phase.RUNNING && job != null) {
            phase.set(Phase.STOPPING);
            job.askToStop();
        }
    }

    /** Clears the result of a run that ended. */
    void forget() {
        if (!isRunning()) {
            result.set(null);
            problem.set(null);
            phase.set(Phase.IDLE);
        }
    }

    private void ended(StagedPlan staged, Outcome<RepairResult> outcome, boolean begun) {
        if (!begun) {
            staged.steps().forEach(step -> step.advance(StepProgress.NOT_STARTED, ""));
            phase.set(Phase.IDLE);
            return;
        }
        outcome.match(
                done -> {
                    done.outcome().steps().forEach(step -> settle(staged, step));
                    result.set(done);
                    return true;
                },
                failure -> lostSight(staged, failure),
                () -> lostSight(staged, new IllegalStateException("the run stopped without telling what stands")));
        phase.set(Phase.ENDED);
    }

    /** The run itself could not say how it ended: nothing is claimed about any step. */
    private boolean lostSight(StagedPlan staged, Throwable failure) {
        staged.steps().stream().filter(StagedStep::runs).forEach(step -> step.advance(StepProgress.UNKNOWN, ""));
        problem.set(Failures.problemOf(
                failure, "running the plan on " + staged.chosen().target().shown()));
        return false;
    }

    private static void settle(StagedPlan staged, StepOutcome outcome) {
        staged.step(outcome.stepId())
                .ifPresent(step -> step.advance(StepProgress.of(outcome.state()), RunProgress.answer(outcome)));
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public Phase phase() {
        return phase.get();
    }

    public boolean isRunning() {
        return phase.get() == Phase.RUNNING || phase.get() == Phase.STOPPING;
    }

    /** How it ended; null before, and when the run could not say. */
    public ReadOnlyObjectProperty<@Nullable RepairResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public @Nullable RepairResult result() {
        return result.get();
    }

    /** Why the run could not say how it ended. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The job that runs now, with its progress; null when none. */
    public ReadOnlyObjectProperty<@Nullable RunningJob> jobProperty() {
        return slot.current();
    }
}
