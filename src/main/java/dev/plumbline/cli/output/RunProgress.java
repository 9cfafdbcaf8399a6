package dev.plumbline.cli.output;

import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.StatementProgress;
import dev.plumbline.plan.Step;
import java.util.List;

/** A run on standard error, as it goes: whom a statement waits for is of use while it waits. */
public record RunProgress(Console console) implements RunListener {
    @Override
    public void starting(Step step, int number, int total) {
        console.note("[" + number + "/" + total + "] " + step.id());
    }

    @Override
    public void ended(RunOutcome.StepOutcome outcome) {
        if (outcome.state() == RunOutcome.StepOutcome.State.ROLLED_BACK) {
            console.note("rolled back: " + outcome.stepId());
        }
    }

    @Override
    public void phase(String what) {
        // Phases are short; the statement that takes long is named by starting.
    }

    @Override
    public void waitingFor(List<String> sessions) {
        console.note("waiting for " + String.join("; ", sessions));
    }

    @Override
    public void working(StatementProgress progress) {
        console.note("  " + progress.words());
    }

    @Override
    public void again(String sentence) {
        console.note(sentence);
    }
}
