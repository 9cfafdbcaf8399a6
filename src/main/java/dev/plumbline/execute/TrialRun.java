package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import java.util.List;

/** Runs steps in one transaction that is rolled back, whatever happens: no COMMIT is ever sent. What gets no lock is rolled back, and tried again from its beginning. */
final class TrialRun {
    private final Run.Tools tools;
    private final WritingSession session;
    private final StepRunner steps;
    private final RunLog log;
    private final StepLedger ledger;
    private final TrialWatch watch;

    TrialRun(
            Run.Tools tools,
            WritingSession session,
            StepRunner steps,
            RunLog log,
            StepLedger ledger,
            TrialWatch watch) {
        this.tools = tools;
        this.session = session;
        this.steps = steps;
        this.log = log;
        this.ledger = ledger;
        this.watch = watch;
    }

    /** {@code first} is done inside the transaction before any step, anew in each attempt. */
    void run(List<Step> together, Runnable first, CancelToken cancel) {
        new Attempts(tools, log).run(true, cancel, number -> attempt(together, first, number, cancel));
    }

    private void attempt(List<Step> together, Runnable first, int number, CancelToken cancel) {
        session.begin(cancel);
        try {
            first.run();
            watch.begun(session, cancel);
            for (Step step : together) {
                steps.attempt(step, number, cancel);
                watch.ran(step, session, cancel);
            }
            tools.listener().phase("reading what it led to");
            watch.ended(session, cancel);
        } finally {
            undo();
        }
    }

    private void undo() {
        tools.listener().phase("rolling back");
        try {
            session.rollback();
            log.rolledBack("asked for: it was tried only");
        } catch (ProblemException gone) {
            log.rolledBack("the connection is gone, and with it the transaction");
        }
        ledger.settle(State.ROLLED_BACK).forEach(tools.listener()::ended);
    }
}
