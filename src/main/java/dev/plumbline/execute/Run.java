package dev.plumbline.execute;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Bracket;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.StateFingerprint;
import java.util.List;
import java.util.concurrent.Executor;

/** One run on its one session, from the lock to the last bracket. What it throws says why it stopped; what stands is in the ledger. */
final class Run {
    private final Tools tools;
    private final Plan plan;
    private final RunLog log;
    private final StepLedger ledger;
    private final Reading reading;
    private final List<ForeignLock> foreign;
    private boolean confirmed;

    /** What every part of a run uses: where to connect, whom to tell, how long to wait. */
    record Tools(
            ServerPools pools,
            ConnectionTarget target,
            Executor background,
            RunLimits limits,
            RunListener listener,
            SessionOrigins origins) {}

    Run(Tools tools, Plan plan, RunLog log, StepLedger ledger, Reading reading, List<ForeignLock> foreign) {
        this.tools = tools;
        this.plan = plan;
        this.log = log;
        this.ledger = ledger;
        this.reading = reading;
        this.foreign = foreign;
    }

    void go(List<Bracket> brackets, CancelToken cancel) {
        onItsSession(
                (session, steps, lock) -> brackets.forEach(bracket -> run(bracket, session, steps, lock, cancel)),
                cancel);
    }

    /** All steps in one transaction, which is rolled back. */
    void tryOut(TrialWatch watch, CancelToken cancel) {
        onItsSession(
                (session, steps, lock) -> new TrialRun(tools, session, steps, log, ledger, watch)
                        .run(
                                plan.steps(),
                                () -> {
                                    confirmed = false;
                                    lock.run();
                                    confirm(session, cancel);
                                },
                                cancel),
                cancel);
    }

    /** What is done on the run's session; {@code lock} takes the lock of a transaction, where a session can hold none. */
    private interface Work {
        void on(WritingSession session, StepRunner steps, Runnable lock);
    }

    private void onItsSession(Work work, CancelToken cancel) {
        tools.listener().phase("connecting");
        try (WritingSession session = tools.pools().open(tools.target(), cancel)) {
            OwnBackend own = OwnBackend.announce(session.session(), log.runId(), cancel);
            RunLock lock = new RunLock(session.session(), plan.target().server().databaseOid(), tools.limits());
            ForeignLocks others = new ForeignLocks(session.session(), foreign, tools.limits());
            boolean locked = lockForSession(session, lock, others, own, cancel);
            StepRunner steps = new StepRunner(tools, session, own.pid(), log, ledger, plan.steps());
            try {
                work.on(session, steps, () -> lockForTransaction(session, lock, others, own, cancel));
            } finally {
                new GivingBack(tools, plan, ledger, log).run(steps);
                if (locked) {
                    others.releaseIfPossible();
                    lock.releaseIfPossible();
                }
            }
        }
    }

    private void run(Bracket bracket, WritingSession session, StepRunner steps, Runnable lock, CancelToken cancel) {
        if (bracket.transaction()) {
            boolean confirmedBefore = confirmed;
            CommitQuestion question = new CommitQuestion(tools.pools(), tools.target(), plan);
            new TransactionRun(tools, session, steps, log, ledger, question)
                    .run(
                            bracket.steps(),
                            () -> {
                                confirmed = confirmedBefore;
                                lock.run();
                                confirm(session, cancel);
                            },
                            cancel);
        } else {
            confirm(session, cancel);
            CutBuild build = new CutBuild(tools, session);
            bracket.steps().forEach(step -> new AloneRun(tools, steps, log, ledger, reading, build).run(step, cancel));
        }
    }

    /** Reads the state where the steps will run, inside their transaction where there is one, before the first step of the run. */
    private void confirm(WritingSession session, CancelToken cancel) {
        if (confirmed) {
            return;
        }
        tools.listener().phase("checking that the state is the one the plan was made from");
        SnapshotScope scope = PlanScope.of(plan);
        Snapshot now = session.session().inTransaction()
                ? new SnapshotReader().readWithin(session.session(), scope, cancel)
                : new SnapshotReader().read(session.session(), scope, cancel);
        StateCheck.differs(plan, now).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        StructureCheck.differs(plan, session.session(), cancel).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        FiredCode.read(session.session(), plan, cancel).forEach(log::note);
        log.stateConfirmed(StateFingerprint.of(now, plan.concern()).lines().size());
        confirmed = true;
    }

    private boolean lockForSession(
            WritingSession session, RunLock lock, ForeignLocks others, OwnBackend own, CancelToken cancel) {
        if (session.session().version().isCockroach()) {
            log.note(
                    "CockroachDB has no advisory locks: nothing keeps a second console from running at the same time.");
            log.lockTaken(own.fields("none"));
            return false;
        }
        if (session.session().settingsPerTransaction()) {
            return false;
        }
        tools.listener().phase("taking the lock that keeps two consoles apart");
        lock.take(cancel);
        others.take(cancel);
        log.lockTaken(own.fields("session"));
        return true;
    }

    /** Behind a pooler that hands sessions on, only a transaction can hold a lock. */
    private void lockForTransaction(
            WritingSession session, RunLock lock, ForeignLocks others, OwnBackend own, CancelToken cancel) {
        if (session.session().settingsPerTransaction()) {
            tools.listener().phase("taking the lock that keeps two consoles apart");
            lock.take(cancel);
            others.take(cancel);
            log.lockTaken(own.fields("transaction"));
        }
    }
}
