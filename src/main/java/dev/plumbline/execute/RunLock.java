package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.PgSession;
import java.util.List;

/**
 * The advisory lock that lets one console at a time run a plan in a database. It is asked for again and again rather than waited for: a
 * waiting session would deadlock with CREATE INDEX CONCURRENTLY. It belongs to the session (or, behind a pooler that hands sessions on, to
 * the transaction), so a console that dies leaves none behind (manual 13.3.5).
 */
public final class RunLock {
    /** "PLUM" in ASCII, the first key of every lock of ours; the second is the database's oid. */
    private static final int FAMILY = 0x504C554D;

    private final PgSession session;
    private final AdvisoryLock lock;
    private final RunLimits limits;

    public RunLock(PgSession session, long databaseOid, RunLimits limits) {
        this.session = session;
        this.lock = of(databaseOid);
        this.limits = limits;
    }

    /** @throws ProblemException of kind LOCKED that names the holder, when the wait is over */
    public void take(CancelToken cancel) {
        long deadline = System.nanoTime() + limits.lockWait().toNanos();
        while (!lock.tryTake(session, cancel)) {
            if (System.nanoTime() >= deadline) {
                throw new ProblemException(locked(cancel));
            }
            Pause.of(limits.lookEvery(), cancel);
        }
    }

    /** Lets the next one in at once; when the session is gone, so is the lock. */
    public void releaseIfPossible() {
        try {
            lock.release(session);
        } catch (ProblemException gone) {
            return;
        }
    }

    /** Who holds the lock now, seen from a session in the same database. */
    static List<Backend> holders(PgSession session, long databaseOid, CancelToken cancel) {
        return of(databaseOid).holders(session, cancel);
    }

    private static AdvisoryLock of(long databaseOid) {
        return new AdvisoryLock(FAMILY, (int) databaseOid);
    }

    private Problem locked(CancelToken cancel) {
        String who = lock.heldBy(session, cancel);
        return new Problem(
                Problem.Kind.LOCKED,
                "run-locked",
                "Running a plan in",
                session.target().shown(),
                "another console is running one: "
                        + (who.isEmpty() ? "it ended just now" : who)
                        + "; the lock was asked for during " + limits.lockWait().toSeconds() + " s.",
                "Wait until it has ended, then check again: the plan may be out of date by then.");
    }
}
