package dev.plumbline.operation.runbook;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.execute.PlanProver;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.execute.SessionOrigins;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.statement.StatementSplitter;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Verification;
import dev.plumbline.store.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * SQL of a runbook's blocks. What reads runs in a transaction that the server itself keeps from changing anything; what changes is a plan as any other, through the one door. Names are looked for in
 * {@code pg_catalog}, then {@code public}.
 */
public final class SqlBlocks {
    private static final SnapshotScope IDENTITY = new SnapshotScope(List.of(), List.of());
    private static final String PATH = "SELECT pg_catalog.set_config('search_path', 'pg_catalog, public', true)";

    private final RunbookDatabase databases;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;
    private final Function<CancelToken, SessionOrigins> origins;
    private final PostgresParser parser = new PostgresParser();

    public SqlBlocks(
            RunbookDatabase databases,
            ServerPools pools,
            Supplier<Journal> journal,
            Executor background,
            Function<CancelToken, SessionOrigins> origins) {
        this.databases = databases;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
        this.origins = origins;
    }

    /** For one run of a runbook, to be closed with it. */
    public RunPresence presence(String runbook) {
        return new RunPresence(databases, pools, runbook);
    }

    /** A plan of a block's statements, and where it runs. {@code notes} say what cannot be known before. */
    public record PlannedSql(Plan plan, RunbookDatabase.Where where, List<String> notes) {
        public PlannedSql {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param most how many rows are kept
     * @throws ProblemException with the server's words where it refuses, also to change something
     */
    public SqlRows read(RunbookDatabase.Where where, String text, Duration limit, int most, CancelToken cancel) {
        long begun = System.nanoTime();
        List<StatementSplitter.Part> parts = SqlPlanning.statements(text);
        List<Query> queries = new ArrayList<>();
        queries.add(new Query("the search path", PATH, List.of()));
        queries.add(Query.of(
                "the time limit",
                Sql.of(
                        "SELECT pg_catalog.set_config('statement_timeout', %L, true)",
                        String.valueOf(limit.toMillis()))));
        queries.addAll(reading(parts));
        ConnectionTarget target = databases.target(where, cancel);
        List<Rows> answers = pools.read(target, cancel, session -> session.readTogether(queries, cancel));
        Rows last = answers.get(answers.size() - 1);
        List<String> columns =
                last.rows().isEmpty() ? List.of() : last.rows().get(0).columnsInOrder();
        List<List<String>> rows = last.rows().stream()
                .limit(most)
                .map(row -> columns.stream()
                        .map(column -> {
                            String cell = row.textOrNull(column);
                            return cell == null ? SqlRows.NULL_TEXT : cell;
                        })
                        .toList())
                .toList();
        return new SqlRows(columns, rows, last.rows().size(), Duration.ofNanos(System.nanoTime() - begun));
    }

    /** A query for each statement that gives rows; one that gives none, such as SET LOCAL, travels with the next. */
    private List<Query> reading(List<StatementSplitter.Part> parts) {
        List<Query> queries = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (StatementSplitter.Part part : parts) {
            before.append(part.text());
            if (StatementKind.givesRows(parser.parse(part.text()))) {
                queries.add(Query.of("the block", new Sql(before.toString())));
                before.setLength(0);
            } else {
                before.append(";\n");
            }
        }
        if (!before.isEmpty()) {
            queries.add(Query.of("the block", new Sql(before + "SELECT WHERE false")));
        }
        return queries;
    }

    /** Where a block's statements would run, in words. */
    public String target(RunbookDatabase.Where where, CancelToken cancel) {
        return databases.target(where, cancel).shown();
    }

    /**
     * @param source the runbook and its step, which an approval counts for alone
     * @throws ProblemException RB-TRANSACTION where a statement opens or ends a transaction
     */
    public PlannedSql plan(
            RunbookDatabase.Where where,
            String source,
            String text,
            LockTimeout lock,
            StatementTimeout limit,
            CancelToken cancel) {
        ConnectionTarget target = databases.target(where, cancel);
        Snapshot identity = pools.read(target, cancel, session -> new SnapshotReader().read(session, IDENTITY, cancel));
        return new SqlPlanning(parser, lock, limit).plan(where, source, text, identity);
    }

    /** Runs it inside a transaction that is rolled back; what it needs locks for waits a second at most. What a rollback would not take back is not tried. */
    public Proof prove(PlannedSql planned, CancelToken cancel) {
        Optional<String> outlasts = planned.plan().steps().stream()
                .flatMap(step -> OutlastsRollback.in(step.sql().text()).stream())
                .findFirst();
        if (outlasts.isPresent()) {
            Problem problem = new Problem(
                    Problem.Kind.INVALID,
                    "no-proof-here",
                    "Trying out on",
                    planned.plan().target().shown(),
                    "no, since what " + outlasts.get() + " does is not taken back by a rollback.",
                    "Read the statements.");
            return new Proof(Optional.empty(), Optional.of(problem), Optional.empty(), Duration.ZERO);
        }
        return new PlanProver(pools, databases.target(planned.where(), cancel)).prove(planned.plan(), cancel);
    }

    public RunOutcome run(PlannedSql planned, Approval approval, RunListener listener, CancelToken cancel) {
        return new PlanRunner(
                        pools,
                        databases.target(planned.where(), cancel),
                        journal.get(),
                        now -> new Verification(
                                List.of(),
                                Plan.of(planned.plan().target(), planned.plan().concern(), now, List.of(), List.of())),
                        background,
                        RunLimits.DEFAULT,
                        List.of(),
                        origins.apply(cancel))
                .run(planned.plan(), approval, listener, cancel);
    }

    /** What tells later what became of statements that were sent. */
    public SqlFates fates() {
        return new SqlFates(databases, pools, journal);
    }
}
