package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Looks, on another session, at what a statement of ours waits for while it runs: once it has failed with a lock timeout nothing in the
 * server tells any more. A look that fails finds nobody; it never disturbs the run.
 */
final class BlockerWatch implements AutoCloseable {
    private final ServerPools pools;
    private final ConnectionTarget target;
    private final long pid;
    private final Duration every;
    private final RunListener listener;
    private final CancelToken ended = new CancelToken();
    private volatile List<Backend> seen = List.of();

    BlockerWatch(ServerPools pools, ConnectionTarget target, long pid, Duration every, RunListener listener) {
        this.pools = pools;
        this.target = target;
        this.pid = pid;
        this.every = every;
        this.listener = listener;
    }

    BlockerWatch startOn(Executor executor) {
        executor.execute(this::look);
        return this;
    }

    /** Who was in the way when last looked; empty when nobody was, or nobody looked yet. */
    List<Backend> seen() {
        return seen;
    }

    private void look() {
        try {
            while (true) {
                Pause.of(every, ended);
                List<Backend> now = pools.read(target, ended, this::blockers);
                if (!now.isEmpty() && !now.equals(seen)) {
                    seen = now;
                    listener.waitingFor(now.stream().map(Backend::shown).toList());
                }
            }
        } catch (Cancelled | ProblemException overOrBlind) {
            return;
        }
    }

    private List<Backend> blockers(PgSession session) {
        Sql sql = Sql.of("""
                SELECT %s, pg_catalog.to_char(COALESCE(activity.xact_start, activity.query_start) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
                FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(CAST(%L AS pg_catalog.int4))) AS blocker (pid)
                LEFT JOIN pg_catalog.pg_stat_activity AS activity USING (pid)""", Sql.of(Backend.COLUMNS), Long.toString(pid));
        return session.ask(List.of(Query.of("who is in the way", sql)), ended)
                .get(0)
                .map(Backend::of);
    }

    @Override
    public void close() {
        ended.cancel();
    }
}
