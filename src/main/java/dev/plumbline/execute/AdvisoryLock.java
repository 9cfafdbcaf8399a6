package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import java.util.stream.Collectors;

/** An advisory lock of two keys in the database of a session (PostgreSQL manual 13.3.5 and 9.28.10). */
record AdvisoryLock(int family, int key) {
    /** Whether it was free; within a transaction it belongs to that, else to the session. */
    boolean tryTake(PgSession session, CancelToken cancel) {
        Sql attempt = session.inTransaction()
                ? Sql.of("SELECT pg_catalog.pg_try_advisory_xact_lock(%s) AS taken", keys())
                : Sql.of("SELECT pg_catalog.pg_try_advisory_lock(%s) AS taken", keys());
        return ask(session, "an advisory lock", attempt, cancel).only().flag("taken");
    }

    void release(PgSession session) {
        ask(
                session,
                "an advisory lock",
                Sql.of("SELECT pg_catalog.pg_advisory_unlock(%s) AS released", keys()),
                new CancelToken());
    }

    /** Who holds it now. */
    List<Backend> holders(PgSession session, CancelToken cancel) {
        Sql sql = Sql.of("""
                SELECT %s, pg_catalog.to_char(activity.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
                FROM pg_catalog.pg_locks AS lock
                LEFT JOIN pg_catalog.pg_stat_activity AS activity USING (pid)
                JOIN pg_catalog.pg_database AS database ON database.oid = lock.database
                WHERE lock.locktype = 'advisory' AND lock.granted AND lock.objsubid = 2
                  AND database.datname = pg_catalog.current_database()
                  AND lock.classid = CAST(%L AS pg_catalog.oid) AND lock.objid = CAST(%L AS pg_catalog.oid)""", Sql.of(Backend.COLUMNS), Integer.toUnsignedString(family), Integer.toUnsignedString(key));
        return ask(session, "who holds an advisory lock", sql, cancel).map(Backend::of);
    }

    /** The holders in words; empty when it was given back meanwhile. */
    String heldBy(PgSession session, CancelToken cancel) {
        return holders(session, cancel).stream().map(Backend::shown).collect(Collectors.joining("; "));
    }

    private Sql keys() {
        return Sql.of(
                "CAST(%L AS pg_catalog.int4), CAST(%L AS pg_catalog.int4)",
                Integer.toString(family), Integer.toString(key));
    }

    private static Rows ask(PgSession session, String subject, Sql sql, CancelToken cancel) {
        return session.ask(List.of(Query.of(subject, sql)), cancel).get(0);
    }
}
