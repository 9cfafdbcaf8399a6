package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Step;

/** Looks on while a plan is tried, in the transaction that is rolled back, on its session. What it throws ends the trial. */
public interface TrialWatch {
    /** Before the first step, when the state was found to be the plan's; anew in each attempt. */
    void begun(WritingSession session, CancelToken cancel);

    void ran(Step step, WritingSession session, CancelToken cancel);

    /** Behind the last step, with everything still there. */
    void ended(WritingSession session, CancelToken cancel);
}
