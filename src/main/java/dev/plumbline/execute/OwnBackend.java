package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import java.util.Map;

/** The run's own server process: by its number and start it can be recognised later, also by another console. Pid 0 where there is none. */
record OwnBackend(long pid, String startedAt) {
    /** Gives the session the run's name, under which others see it wait or block, unless a pooler would hand the name on. */
    static OwnBackend announce(PgSession session, String runId, CancelToken cancel) {
        if (session.version().isCockroach()) {
            return new OwnBackend(0, "");
        }
        Sql name = session.settingsPerTransaction()
                ? Sql.of("pg_catalog.current_setting('application_name')")
                : Sql.of(
                        "pg_catalog.set_config('application_name', %L, false)",
                        ConnectionTarget.APPLICATION_NAME + " run " + runId);
        Sql sql = Sql.of("""
                SELECT pid, CAST(backend_start AS pg_catalog.text) AS started, %s AS name
                FROM pg_catalog.pg_stat_activity WHERE pid = pg_catalog.pg_backend_pid()""", name);
        Rows.Row row = session.ask(List.of(Query.of("the session's own process", sql)), cancel)
                .get(0)
                .only();
        return new OwnBackend(row.number("pid"), row.text("started"));
    }

    Map<String, String> fields(String lockScope) {
        return Map.of("lock", lockScope, "backend", Long.toString(pid), "backendStarted", startedAt);
    }
}
