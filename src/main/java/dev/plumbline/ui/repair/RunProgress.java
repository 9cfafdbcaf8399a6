package dev.plumbline.ui.repair;

import dev.plumbline.job.Progress;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.Step;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** Carries what the running thread tells to the steps on the screen; what arrives after the end is dropped. */
final class RunProgress implements RunListener {
    private final StagedPlan staged;
    private final Progress progress;
    private final Executor window;
    private final BooleanSupplier running;
    private final int total;
    private int done;

    RunProgress(StagedPlan staged, Progress progress, Executor window, BooleanSupplier running) {
        this.staged = staged;
        this.progress = progress;
        this.window = window;
        this.running = running;
        this.total = staged.chosen().steps().size();
    }

    @Override
    public void starting(Step step, int number, int all) {
        progress.report("step " + number + " of " + all, done, total);
        onWindow(step.id(), row -> row.advance(StepProgress.RUNNING, ""));
    }

    @Override
    public void ended(StepOutcome outcome) {
        done++;
        progress.report("", done, total);
        onWindow(outcome.stepId(), row -> row.advance(soFar(row, outcome), answer(outcome)));
    }

    @Override
    public void phase(String what) {
        progress.report(what, done, total);
    }

    /** Within a transaction nothing stands before its COMMIT. */
    private static StepProgress soFar(StagedStep row, StepOutcome outcome) {
        boolean open = outcome.state() == StepOutcome.State.STANDS && row.step().transactional();
        return open ? StepProgress.EXECUTED : StepProgress.of(outcome.state());
    }

    static String answer(StepOutcome outcome) {
        return outcome.state() == StepOutcome.State.STANDS
                ? ""
                : (outcome.sqlState() + " " + outcome.serverMessage()).strip();
    }

    private void onWindow(String stepId, java.util.function.Consumer<StagedStep> change) {
        window.execute(() -> {
            if (running.getAsBoolean()) {
                staged.step(stepId).ifPresent(change);
            }
        });
    }
}
