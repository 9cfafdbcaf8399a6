package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
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

    void run(Step step, CancelToken cancel) {
        cancel.check();
        tools.listener().starting(step, all.indexOf(step) + 1, all.size());
        log.statementBegun(step);
        long begun = System.nanoTime();
        try (BlockerWatch watch = watch()) {
            try {
                List<String> warnings =
                        session.execute(step.sql(), step.lockTimeout(), step.statementTimeout(), cancel);
                told(ledger.ran(step, String.join("\n", warnings), since(begun)));
            } catch (Cancelled stopped) {
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
        }
    }

    private BlockerWatch watch() {
        BlockerWatch watch = new BlockerWatch(
                tools.pools(), tools.target(), backendPid, tools.limits().blockersAfter(), tools.listener());
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
    private static ProblemException named(Step step, ProblemException failure, List<Backend> blockers) {
        Problem was = failure.problem();
        boolean blocked = PgFailure.sqlState(failure).equals(LOCK_TIMED_OUT);
        String names = blockers.stream().map(Backend::shown).collect(Collectors.joining("; "));
        String who = names.isEmpty() ? "" : " In the way: " + names + ".";
        return new ProblemException(
                new Problem(
                        blocked ? Problem.Kind.LOCKED : was.kind(),
                        was.code(),
                        "Running " + step.sql().text() + " in",
                        was.object(),
                        was.answer() + (blocked ? who : ""),
                        was.next()),
                failure);
    }
}
