package dev.plumbline.plan;

import java.util.List;

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

    /** A statement waits for a lock that these sessions hold; heard on another thread while the statement waits. */
    default void waitingFor(List<String> sessions) {}

    /** How far the server is with the statement that runs; heard on another thread, as often as it moves. */
    default void working(StatementProgress progress) {}

    /** What ran did not get a lock and is tried again: why, and when. */
    default void again(String sentence) {}

    void starting(Step step, int number, int total);

    /** Heard again for each step of a transaction that was rolled back: what ran before then stands no more. */
    void ended(RunOutcome.StepOutcome outcome);

    /** Between statements: taking the lock, checking the state, committing, verifying. */
    void phase(String what);
}
