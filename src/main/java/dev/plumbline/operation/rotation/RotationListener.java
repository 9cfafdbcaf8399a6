package dev.plumbline.operation.rotation;

import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.rotation.RotationStep;

/** Hears a rotation as it goes, on the running thread. */
public interface RotationListener {
    RotationListener NONE = new RotationListener() {
        @Override
        public void starting(RotationStep step, int number, int total) {}

        @Override
        public void ended(StepOutcome outcome) {}
    };

    void starting(RotationStep step, int number, int total);

    void ended(StepOutcome outcome);
}
