package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.TransactionFate;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import java.util.List;

/** Runs steps that stand or fall together in one transaction, which ends here, whatever happens: committed, rolled back, or not known. */
final class TransactionRun {
    private final Run.Tools tools;
    private final WritingSession session;
    private final StepRunner steps;
    private final RunLog log;
    private final StepLedger ledger;
    private final CommitQuestion question;
    private boolean ended;

    TransactionRun(
            Run.Tools tools,
            WritingSession session,
            StepRunner steps,
            RunLog log,
            StepLedger ledger,
            CommitQuestion question) {
        this.tools = tools;
        this.session = session;
        this.steps = steps;
        this.log = log;
        this.ledger = ledger;
        this.question = question;
    }

    /** {@code first} is done inside the transaction before any step, anew in each attempt. */
    void run(List<Step> together, Runnable first, CancelToken cancel) {
        new Attempts(tools, log).run(true, cancel, number -> attempt(together, first, number, cancel));
    }

    private void attempt(List<Step> together, Runnable first, int number, CancelToken cancel) {
        ended = false;
        session.begin(cancel);
        try {
            first.run();
            for (Step step : together) {
                steps.attempt(step, number, cancel);
            }
            cancel.check();
            commit();
        } finally {
            if (!ended) {
                undo();
            }
        }
    }

    private void commit() {
        String transactionId = session.transactionId(new CancelToken()).orElse("");
        log.commitBegun(transactionId);
        tools.listener().phase("committing");
        try {
            session.commit();
            stands("the server answered");
        } catch (ProblemException failure) {
            if (!PgFailure.isConnectionLost(failure)) {
                throw failure;
            }
            tools.listener().phase("asking the server whether the commit took effect");
            settle(transactionId, failure);
        }
    }

    private void settle(String transactionId, ProblemException lost) {
        TransactionFate fate = transactionId.isEmpty()
                ? TransactionFate.COMMITTED
                : question.askFor(tools.limits().commitAnswer(), tools.limits().lookEvery(), transactionId);
        switch (fate) {
            case COMMITTED -> stands("the answer was lost; asked again, the server says committed");
            case ABORTED -> throw lost;
            case IN_PROGRESS, UNKNOWN -> {
                ended = true;
                ledger.settle(State.UNKNOWN).forEach(tools.listener()::ended);
                throw new CommitUnknown(unknown(transactionId, lost.problem()), lost);
            }
        }
    }

    private void stands(String how) {
        ended = true;
        log.committed(how);
        ledger.settle(State.STANDS);
    }

    private void undo() {
        ended = true;
        try {
            session.rollback();
            log.rolledBack("asked for");
        } catch (ProblemException gone) {
            log.rolledBack("the connection is gone, and with it the transaction");
        }
        ledger.settle(State.ROLLED_BACK).forEach(tools.listener()::ended);
    }

    private static Problem unknown(String transactionId, Problem lost) {
        return new Problem(
                Problem.Kind.CONNECTION_LOST,
                "commit-unknown",
                "Committing transaction " + transactionId + " in",
                lost.object(),
                "the answer was lost and the server could not be asked since (" + lost.answer() + ")",
                "Nothing is tried again by itself. When the server answers, look at this run in the journal: it asks again.");
    }
}
