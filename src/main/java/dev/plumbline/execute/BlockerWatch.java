package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.plan.StatementProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Looks, on another session, at what a statement of ours waits for while it runs (once it has failed with a lock timeout nothing in the server tells any more), who waits behind it, and how far it is.
 * When the strategy says so, a waiting statement is withdrawn. A look that fails finds nobody; it never disturbs the run.
 */
final class BlockerWatch implements AutoCloseable {
    /** So many looks go by before it is told that a statement takes long, and between two such lines. */
    private static final int PATIENCE = 20;

    private final Run.Tools tools;
    private final long pid;
    private final Runnable withdraw;
    private final CancelToken ended = new CancelToken();
    private final QueueBehind behind = new QueueBehind();
    private final long begun = System.nanoTime();
    private volatile List<Backend> seen = List.of();
    private volatile String withdrawn = "";
    private Optional<StatementProgress> told = Optional.empty();
    private int quiet;

    /** @param withdraw stops the statement at the server */
    BlockerWatch(Run.Tools tools, long pid, Runnable withdraw) {
        this.tools = tools;
        this.pid = pid;
        this.withdraw = withdraw;
    }

    BlockerWatch startOn(Executor executor) {
        executor.execute(this::watch);
        return this;
    }

    /** Who was in the way when last looked; empty when nobody was, or nobody looked yet. */
    List<Backend> seen() {
        return seen;
    }

    /** Why the statement was withdrawn; empty when it was not. */
    String withdrawn() {
        return withdrawn;
    }

    private void watch() {
        try {
            while (withdrawn.isEmpty()) {
                Pause.of(tools.limits().blockersAfter(), ended);
                tools.pools().read(tools.target(), ended, session -> {
                    look(session);
                    return "";
                });
            }
        } catch (Cancelled | ProblemException overOrBlind) {
            return;
        }
    }

    private void look(PgSession session) {
        List<Query> queries = new ArrayList<>(
                List.of(blockers(), QueueBehind.query(pid), WorkProgress.query(pid, session.version())));
        boolean due = ++quiet >= PATIENCE;
        if (due) {
            queries.add(WorkProgress.largest(pid));
        }
        List<Rows> answers = session.ask(queries, ended);
        List<Backend> now = answers.get(0).map(Backend::of);
        Optional<String> tooMuch = behind.tooMuch(answers.get(1), tools.limits().locks(), System.nanoTime());
        if (!now.isEmpty()) {
            waits(now, tooMuch);
            return;
        }
        WorkProgress.of(answers.get(2))
                .or(() -> due
                        ? Optional.of(WorkProgress.elapsed(
                                answers.get(3),
                                Duration.ofNanos(System.nanoTime() - begun).toSeconds()))
                        : Optional.empty())
                .ifPresent(this::works);
    }

    private void waits(List<Backend> now, Optional<String> tooMuch) {
        if (!now.equals(seen)) {
            seen = now;
            tools.listener()
                    .waitingFor(now.stream()
                            .map(each -> each.shown(tools.origins()))
                            .toList());
        }
        quiet = 0;
        tooMuch.ifPresent(why -> {
            withdrawn = why;
            withdraw.run();
        });
    }

    private void works(StatementProgress progress) {
        quiet = 0;
        if (told.filter(progress::equals).isEmpty()) {
            told = Optional.of(progress);
            tools.listener().working(progress);
        }
    }

    private Query blockers() {
        return Query.of("who is in the way", Sql.of("""
                SELECT %s, pg_catalog.to_char(COALESCE(activity.xact_start, activity.query_start) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
                FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(CAST(%L AS pg_catalog.int4))) AS blocker (pid)
                LEFT JOIN pg_catalog.pg_stat_activity AS activity USING (pid)""", Sql.of(Backend.COLUMNS), Long.toString(pid)));
    }

    @Override
    public void close() {
        ended.cancel();
    }
}
