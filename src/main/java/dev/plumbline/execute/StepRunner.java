package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Runs single statements on the run's session: the journal before, the statement, then journal, ledger and listener. */
final class StepRunner {
    private static final String LOCK_TIMED_OUT = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String CANCELED = "57014";

    private final Run.Tools tools;
    private final WritingSession session;
    private final long backendPid;
    private final RunLog log;
    private final StepLedger ledger;
    private final List<Step> all;

    StepRunner(
            Run.Tools tools, WritingSession session, long backendPid, RunLog log, StepLedger ledger, List<Step> all) {
        this.tools = tools;
        this.session = session;
        this.backendPid = backendPid;
        this.log = log;
        this.ledger = ledger;
        this.all = all;
    }

    /** The same on another session, for what must still be done after the first one is gone. */
    StepRunner on(WritingSession other) {
        return new StepRunner(tools, other, 0, log, ledger, all);
    }

    /** One attempt, however it ends. */
    void run(Step step, CancelToken cancel) {
        try {
            attempt(step, 1, cancel);
        } catch (LockedOut out) {
            throw new ProblemException(out.problem(), out);
        }
    }

    /**
     * @param number of the attempt, from 1
     * @throws LockedOut when it got no lock; another {@link ProblemException} when it failed otherwise
     */
    void attempt(Step step, int number, CancelToken cancel) {
        cancel.check();
        tools.listener().starting(step, all.indexOf(step) + 1, all.size());
        log.statementBegun(step);
        long begun = System.nanoTime();
        CancelToken statement = new CancelToken();
        CancelToken.Registration both = cancel.onCancel(statement::cancel);
        try (BlockerWatch watch = watch(statement)) {
            try {
                LockTimeout wait = tools.limits().locks().timeout(step.lockTimeout(), number);
                List<String> warnings = session.execute(step.sql(), wait, step.statementTimeout(), statement);
                told(ledger.ran(step, String.join("\n", warnings), since(begun)));
            } catch (Cancelled stopped) {
                if (!watch.withdrawn().isEmpty() && !cancel.isCancelled()) {
                    told(ledger.failed(step, CANCELED, watch.withdrawn(), since(begun)));
                    throw withdrawn(step, watch, stopped);
                }
                told(ledger.stopped(step, since(begun)));
                throw stopped;
            } catch (ProblemException failure) {
                String message = PgFailure.serverMessage(failure);
                told(ledger.failed(
                        step,
                        PgFailure.sqlState(failure),
                        message.isEmpty() ? failure.problem().answer() : message,
                        since(begun)));
                throw named(step, failure, watch.seen());
            }
        } finally {
            both.close();
        }
    }

    private BlockerWatch watch(CancelToken statement) {
        BlockerWatch watch = new BlockerWatch(tools, backendPid, statement::cancel);
        return backendPid == 0 ? watch : watch.startOn(tools.background());
    }

    private void told(StepOutcome outcome) {
        log.statementEnded(outcome);
        tools.listener().ended(outcome);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The server's answer with the step it was given to and, for a lock timeout, with who was in the way. */
    private RuntimeException named(Step step, ProblemException failure, List<Backend> blockers) {
        Problem was = failure.problem();
        String state = PgFailure.sqlState(failure);
        boolean blocked = state.equals(LOCK_TIMED_OUT);
        Problem problem = new Problem(
                blocked ? Problem.Kind.LOCKED : was.kind(),
                was.code(),
                "Running " + step.sql().text() + " in",
                was.object(),
                was.answer() + (blocked ? inTheWay(blockers) : ""),
                was.next());
        return blocked || state.equals(DEADLOCK)
                ? new LockedOut(problem, failure)
                : new ProblemException(problem, failure);
    }

    private LockedOut withdrawn(Step step, BlockerWatch watch, Cancelled stopped) {
        return new LockedOut(
                new Problem(
                        Problem.Kind.LOCKED,
                        "withdrawn",
                        "Running " + step.sql().text() + " in",
                        tools.target().shown(),
                        watch.withdrawn() + inTheWay(watch.seen()),
                        "Run it when less goes on there, or let more sessions wait behind it."),
                stopped);
    }

    private String inTheWay(List<Backend> blockers) {
        String names =
                blockers.stream().map(each -> each.shown(tools.origins())).collect(Collectors.joining("; "));
        return names.isEmpty() ? "" : " In the way: " + names + ".";
    }
}
