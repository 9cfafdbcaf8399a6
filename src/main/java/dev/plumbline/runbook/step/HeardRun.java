package dev.plumbline.runbook.step;

import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.StatementProgress;
import dev.plumbline.plan.Step;
import java.util.List;

/** A run of a plan, told to who hears the step. */
final class HeardRun implements RunListener {
    private final StepListener listener;

    HeardRun(StepListener listener) {
        this.listener = listener;
    }

    @Override
    public void starting(Step step, int number, int total) {
        listener.heard(number + " of " + total + ": " + step.reason());
    }

    @Override
    public void ended(RunOutcome.StepOutcome outcome) {
        if (!outcome.serverMessage().isEmpty()) {
            listener.heard(outcome.serverMessage());
        }
    }

    @Override
    public void phase(String what) {
        listener.heard(what);
    }

    @Override
    public void waitingFor(List<String> sessions) {
        listener.heard("waits for " + String.join("; ", sessions));
    }

    @Override
    public void working(StatementProgress progress) {
        listener.heard(progress.words());
    }

    @Override
    public void again(String sentence) {
        listener.heard(sentence);
    }
}
