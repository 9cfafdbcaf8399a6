package dev.plumbline.operation.runbook;

import dev.plumbline.catalog.structure.DumpableTables;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rows counted as one transaction saw them, which another session can see as well by {@link #export} (PostgreSQL manual 9.28.5, "Snapshot
 * Synchronization Functions"). Row security raises an error rather than hides rows.
 */
final class SnapshotCounts implements AutoCloseable {
    private static final int AT_ONCE = 50;
    private final WritingSession session;
    private final CancelToken cancel;

    SnapshotCounts(ServerPools pools, ConnectionTarget target, CancelToken cancel) {
        this.session = pools.open(target, cancel);
        this.cancel = cancel;
    }

    void begin() {
        run(Sql.of("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        run(Sql.of("SET LOCAL search_path = pg_catalog, pg_temp"));
        run(Sql.of("SET LOCAL row_security = off"));
        run(Sql.of("SET LOCAL idle_in_transaction_session_timeout = 0"));
        run(Sql.of("SET LOCAL statement_timeout = 0"));
        if (session.session().version().isPostgresAtLeast(17)) {
            run(Sql.of("SET LOCAL transaction_timeout = 0"));
        }
    }

    private void run(Sql statement) {
        session.execute(statement, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
    }

    dev.plumbline.model.ServerVersion version() {
        return session.session().version();
    }

    List<DumpableTables.Relation> relations() {
        return new DumpableTables().read(session.session(), cancel);
    }

    /** The identifier by which another session sees the same; good until this is closed. */
    String export() {
        Query query =
                new Query("the identifier of its snapshot", "SELECT pg_catalog.pg_export_snapshot() AS id", List.of());
        return session.session().ask(List.of(query), cancel).get(0).only().text("id");
    }

    Map<DumpName, Long> count(Collection<DumpName> tables, Progress progress) {
        Map<DumpName, Long> counts = new TreeMap<>();
        List<DumpName> all = List.copyOf(tables);
        for (int at = 0; at < all.size(); at += AT_ONCE) {
            progress.report("counting rows", at, all.size());
            List<DumpName> some = all.subList(at, Math.min(at + AT_ONCE, all.size()));
            List<Query> queries = new ArrayList<>();
            some.forEach(table -> queries.add(Query.of(
                    "the number of rows of " + table.shown(),
                    Sql.of("SELECT pg_catalog.count(*) AS rows FROM ONLY %I.%I", table.schema(), table.table()))));
            List<Rows> answers = session.session().ask(queries, cancel);
            for (int i = 0; i < some.size(); i++) {
                counts.put(some.get(i), answers.get(i).only().number("rows"));
            }
        }
        return counts;
    }

    /** The rows of those of the tables that are there. */
    static Map<DumpName, Long> ofThoseThere(
            ServerPools pools, ConnectionTarget target, Collection<DumpName> tables, CancelToken cancel) {
        try (SnapshotCounts counts = new SnapshotCounts(pools, target, cancel)) {
            counts.begin();
            Set<DumpName> there = counts.relations().stream()
                    .map((DumpableTables.Relation each) -> new DumpName(each.schema(), each.name()))
                    .filter(tables::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            return counts.count(there, Progress.NONE);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
