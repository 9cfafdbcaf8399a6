package dev.plumbline.cli.rotation;

import dev.plumbline.cli.output.Console;
import dev.plumbline.operation.rotation.RotationListener;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.rotation.RotationStep;

/** A rotation on standard error, as it goes: a migration may take long. */
record RotationProgress(Console console) implements RotationListener {
    @Override
    public void starting(RotationStep step, int number, int total) {
        console.note("[" + number + "/" + total + "] " + step.id());
    }

    @Override
    public void ended(StepOutcome outcome) {
        if (outcome.state() != StepOutcome.State.STANDS) {
            console.note("  " + outcome.stepId() + ": " + outcome.serverMessage());
        }
    }
}
