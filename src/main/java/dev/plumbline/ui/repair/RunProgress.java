package dev.plumbline.ui.repair;

import dev.plumbline.job.Progress;
import dev.plumbline.model.Visible;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.StatementProgress;
import dev.plumbline.plan.Step;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Carries what the running thread tells to the steps on the screen; what arrives after the end is dropped. */
final class RunProgress implements RunListener {
    private static final String SUCCESS = "00000";

    private final StagedPlan staged;
    private final Progress progress;
    private final Executor window;
    private final BooleanSupplier running;
    private final int total;
    /** A transaction that is tried again counts from its beginning. Also read on the thread that looks who is in the way. */
    private final AtomicInteger done = new AtomicInteger();

    RunProgress(StagedPlan staged, Progress progress, Executor window, BooleanSupplier running) {
        this.staged = staged;
        this.progress = progress;
        this.window = window;
        this.running = running;
        this.total = staged.chosen().steps().size();
    }

    @Override
    public void starting(Step step, int number, int all) {
        done.set(number - 1);
        progress.report("step " + number + " of " + all, done.get(), total);
        onWindow(step.id(), row -> row.advance(StepProgress.RUNNING, ""));
    }

    @Override
    public void ended(StepOutcome outcome) {
        done.incrementAndGet();
        progress.report("", done.get(), total);
        onWindow(outcome.stepId(), row -> row.advance(soFar(row, outcome), answer(outcome)));
    }

    @Override
    public void waitingFor(List<String> sessions) {
        progress.report(
                "waits for a lock of " + sessions.stream().map(Visible::text).collect(Collectors.joining("; ")),
                done.get(),
                total);
    }

    @Override
    public void working(StatementProgress statement) {
        progress.report(statement.words(), done.get(), total);
    }

    @Override
    public void again(String sentence) {
        progress.report(sentence, done.get(), total);
    }

    @Override
    public void phase(String what) {
        progress.report(what, done.get(), total);
    }

    /** Within a transaction nothing stands before its COMMIT. */
    private static StepProgress soFar(StagedStep row, StepOutcome outcome) {
        boolean open = outcome.state() == StepOutcome.State.STANDS && row.step().transactional();
        return open ? StepProgress.EXECUTED : StepProgress.of(outcome.state());
    }

    static String answer(StepOutcome outcome) {
        boolean succeeded =
                outcome.sqlState().equals(SUCCESS) && outcome.serverMessage().isEmpty();
        return outcome.state() == StepOutcome.State.STANDS || succeeded
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
