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

/** The locks of other tools, taken after ours and given back before it; asked for again and again as {@link RunLock} does, and for the same reason. */
final class ForeignLocks {
    private final PgSession session;
    private final List<ForeignLock> locks;
    private final RunLimits limits;

    ForeignLocks(PgSession session, List<ForeignLock> locks, RunLimits limits) {
        this.session = session;
        this.locks = locks;
        this.limits = limits;
    }

    /** @throws ProblemException of kind LOCKED that names who holds one of them, when the wait is over */
    void take(CancelToken cancel) {
        long deadline = System.nanoTime() + limits.lockWait().toNanos();
        for (ForeignLock lock : locks) {
            while (!ask(attempt(lock), cancel).only().flag("taken")) {
                if (System.nanoTime() >= deadline) {
                    throw new ProblemException(held(lock, cancel));
                }
                Pause.of(limits.lookEvery(), cancel);
            }
        }
    }

    /** When the session is gone, so are its locks. */
    void releaseIfPossible() {
        try {
            for (ForeignLock lock : locks) {
                ask(Sql.of("SELECT pg_catalog.pg_advisory_unlock(%s) AS released", key(lock)), new CancelToken());
            }
        } catch (ProblemException gone) {
            return;
        }
    }

    private Sql attempt(ForeignLock lock) {
        return session.inTransaction()
                ? Sql.of("SELECT pg_catalog.pg_try_advisory_xact_lock(%s) AS taken", key(lock))
                : Sql.of("SELECT pg_catalog.pg_try_advisory_lock(%s) AS taken", key(lock));
    }

    private static Sql key(ForeignLock lock) {
        return Sql.of("CAST(%L AS pg_catalog.int8)", Long.toString(lock.key()));
    }

    private Problem held(ForeignLock lock, CancelToken cancel) {
        Sql sql = Sql.of(
                """
                SELECT %s, pg_catalog.to_char(activity.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
                FROM pg_catalog.pg_locks AS lock
                LEFT JOIN pg_catalog.pg_stat_activity AS activity USING (pid)
                JOIN pg_catalog.pg_database AS database ON database.oid = lock.database
                WHERE lock.locktype = 'advisory' AND lock.granted AND lock.objsubid = 1
                  AND database.datname = pg_catalog.current_database()
                  AND lock.classid = CAST(%L AS pg_catalog.oid) AND lock.objid = CAST(%L AS pg_catalog.oid)""",
                Sql.of(Backend.COLUMNS), Long.toString(lock.key() >>> 32), Long.toString(lock.key() & 0xFFFF_FFFFL));
        String who =
                ask(sql, cancel).map(Backend::of).stream().map(Backend::shown).collect(Collectors.joining("; "));
        return new Problem(
                Problem.Kind.LOCKED,
                "tool-locked",
                "Running a plan in",
                session.target().shown(),
                lock.tool() + " is at work there: " + (who.isEmpty() ? "it ended just now" : who)
                        + "; its lock was asked for during " + limits.lockWait().toSeconds() + " s.",
                "Wait until it has ended, then plan again.");
    }

    private Rows ask(Sql sql, CancelToken cancel) {
        return session.ask(List.of(Query.of("the lock of another tool", sql)), cancel)
                .get(0);
    }
}
