package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import java.util.Map;

/** A step that was looked at and may be run: once, and only as it was shown. */
public interface Prepared {
    Preview preview();

    /** What is written down before it runs, by which a later console can find out whether it took effect; never anything secret. */
    default Map<String, String> marks() {
        return Map.of();
    }

    /** Variables that it is known to give once it takes effect, also where the console that ran it writes nothing down any more. */
    default Map<String, String> promised() {
        return Map.of();
    }

    /** Whether it may have taken effect before, which nobody can tell: where it now fails, it still may have. */
    default boolean isSentAgain() {
        return preview().destructive().containsKey(Again.KEY);
    }

    /** @throws dev.plumbline.model.ProblemException where the approval is of something else or does not allow enough; nothing is begun then */
    default void requireAllowed(StepApproval approval) {}

    /**
     * @param approval names the preview's digest
     * @throws dev.plumbline.model.ProblemException when it was refused or failed; the answer says what stands
     */
    Ran run(StepApproval approval, StepListener listener, CancelToken cancel);
}
