package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;

/** A step that was looked at and may be run: once, and only as it was shown. */
public interface Prepared {
    Preview preview();

    /**
     * @param approval names the preview's digest
     * @throws dev.plumbline.model.ProblemException when it was refused or failed; the answer says what stands
     */
    Ran run(StepApproval approval, StepListener listener, CancelToken cancel);
}
