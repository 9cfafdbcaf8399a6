package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The advisory lock that lets one console at a time run a plan in a database. It is asked for again and again rather than waited for: a
 * waiting session would deadlock with CREATE INDEX CONCURRENTLY. It belongs to the session (or, behind a pooler that hands sessions on, to
 * the transaction), so a console that dies leaves none behind (manual 13.3.5).
 */
public final class RunLock {
    /** "PLUM" in ASCII, the first key of every lock of ours; the second is the database's oid. */
    private static final int FAMILY = 0x504C554D;

    private final PgSession session;
    private final long databaseOid;
    private final RunLimits limits;

    public RunLock(PgSession session, long databaseOid, RunLimits limits) {
        this.session = session;
        this.databaseOid = databaseOid;
        this.limits = limits;
    }

    /** @throws ProblemException of kind LOCKED that names the holder, when the wait is over */
    public void take(CancelToken cancel) {
        Sql attempt = session.inTransaction()
                ? Sql.of("SELECT pg_catalog.pg_try_advisory_xact_lock(%s) AS taken", keys())
                : Sql.of("SELECT pg_catalog.pg_try_advisory_lock(%s) AS taken", keys());
        long deadline = System.nanoTime() + limits.lockWait().toNanos();
        while (!ask("the run lock", attempt, cancel).only().flag("taken")) {
            if (System.nanoTime() >= deadline) {
                throw new ProblemException(locked(cancel));
            }
            Pause.of(limits.lookEvery(), cancel);
        }
    }

    /** Lets the next one in at once; when the session is gone, so is the lock. */
    public void releaseIfPossible() {
        try {
            Sql release = Sql.of("SELECT pg_catalog.pg_advisory_unlock(%s) AS released", keys());
            ask("the run lock", release, new CancelToken());
        } catch (ProblemException gone) {
            return;
        }
    }

    /** Who holds the lock now, seen from a session in the same database. */
    static List<Backend> holders(PgSession session, long databaseOid, CancelToken cancel) {
        Sql sql = Sql.of(
                """
                SELECT %s, pg_catalog.to_char(activity.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
                FROM pg_catalog.pg_locks AS lock
                LEFT JOIN pg_catalog.pg_stat_activity AS activity USING (pid)
                WHERE lock.locktype = 'advisory' AND lock.granted AND lock.objsubid = 2
                  AND lock.database = CAST(%L AS pg_catalog.oid)
                  AND lock.classid = CAST(%L AS pg_catalog.oid) AND lock.objid = CAST(%L AS pg_catalog.oid)""",
                Sql.of(Backend.COLUMNS),
                Long.toString(databaseOid),
                Integer.toString(FAMILY),
                Long.toString(databaseOid));
        return session.ask(List.of(Query.of("who holds the run lock", sql)), cancel)
                .get(0)
                .map(Backend::of);
    }

    private Problem locked(CancelToken cancel) {
        String who = holders(session, databaseOid, cancel).stream()
                .map(Backend::shown)
                .collect(Collectors.joining("; "));
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

    private Sql keys() {
        return Sql.of(
                "CAST(%L AS pg_catalog.int4), CAST(%L AS pg_catalog.int4)",
                Integer.toString(FAMILY), Integer.toString((int) databaseOid));
    }

    private Rows ask(String subject, Sql sql, CancelToken cancel) {
        return session.ask(List.of(Query.of(subject, sql)), cancel).get(0);
    }
}
