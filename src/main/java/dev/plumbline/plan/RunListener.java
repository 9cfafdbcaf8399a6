package dev.plumbline.plan;

/** Hears a run as it goes, on the running thread. */
public interface RunListener {
    RunListener NONE = new RunListener() {
        @Override
        public void starting(Step step, int number, int total) {}

        @Override
        public void ended(RunOutcome.StepOutcome outcome) {}

        @Override
        public void phase(String what) {}
    };

    void starting(Step step, int number, int total);

    void ended(RunOutcome.StepOutcome outcome);

    /** Between statements: taking the lock, checking the state, committing, verifying. */
    void phase(String what);
}
