package dev.plumbline.operation.runbook;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.execute.PlanProver;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.Recovery;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.execute.RunRecovery;
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
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.plan.Verification;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunRecord;
import dev.plumbline.store.RunSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * SQL of a runbook's blocks. What reads runs in a transaction that the server itself keeps from changing anything; what changes is a plan as any other, through the one door. Names are looked for in
 * {@code pg_catalog}, then {@code public}.
 */
public final class SqlBlocks {
    private static final int MOST_RUNS = 10_000;
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

    /** What became of a run that a console did not see the end of. */
    public record Fate(Stands stands, String sentence) {
        /** How much of it stands. */
        public enum Stands {
            NOTHING,
            ALL,
            /** A part, or nobody can tell. */
            UNKNOWN,
            /** Its session is still at work in the server. */
            RUNNING
        }
    }

    /**
     * @param most how many rows are kept
     * @throws ProblemException with the server's words where it refuses, also to change something
     */
    public SqlRows read(RunbookDatabase.Where where, String text, Duration limit, int most, CancelToken cancel) {
        long begun = System.nanoTime();
        List<StatementSplitter.Part> parts = statements(text);
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
        List<StatementSplitter.Part> parts = statements(text);
        boolean alone = parts.stream().anyMatch(part -> StatementKind.isAlone(parser.parse(part.text())));
        List<Step> steps = new ArrayList<>();
        steps.add(step(
                0,
                "where names are looked for",
                alone
                        ? Sql.of("SET search_path = pg_catalog, public")
                        : Sql.of("SET LOCAL search_path = pg_catalog, public"),
                false,
                !alone,
                lock,
                limit));
        for (StatementSplitter.Part part : parts) {
            PostgresParser.Parsing parsing = parser.parse(part.text());
            if (part.isBackslashCommand() || StatementKind.isTransactionControl(parsing)) {
                throw problem(
                        source, "\"" + part.text().lines().findFirst().orElse("") + "\" is psql's or the run's own.");
            }
            steps.add(step(
                    steps.size(),
                    "statement " + steps.size() + " of " + parts.size(),
                    new Sql(part.text()),
                    StatementKind.isDestructive(parsing),
                    !alone,
                    lock,
                    limit));
        }
        PlanTarget place = new PlanTarget(where.database().orElse(null), "", identity.server());
        PlanConcern concern = new PlanConcern(List.of(), List.of(), List.of()).from(source);
        List<String> notes = alone
                ? List.of("Runs statement by statement, each for itself: a part of it cannot stand in a transaction.")
                : List.of();
        return new PlannedSql(Plan.of(place, concern, identity, steps, List.of()), where, notes);
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

    /**
     * What became of the last run of a plan, from what the journal holds and what the server says of its transaction (PostgreSQL 18 manual, 9.28.8). A run is in the journal before anything is sent.
     *
     * @throws ProblemException where the server cannot be asked
     */
    public Fate fate(RunbookDatabase.Where where, String planDigest, CancelToken cancel) {
        Journal book = journal.get();
        List<RunSummary> runs = book.list(MOST_RUNS);
        Optional<RunSummary> run = runs.stream()
                .filter(each -> each.planDigest().equals(planDigest))
                .findFirst();
        if (run.isEmpty()) {
            return runs.size() < MOST_RUNS
                    ? new Fate(Fate.Stands.NOTHING, "The journal has no run of it: nothing was sent.")
                    : new Fate(Fate.Stands.UNKNOWN, "The journal's newest " + MOST_RUNS + " runs are others.");
        }
        RunRecord record = book.show(run.get().runId());
        RunRecovery recovery = new RunRecovery(pools, databases.target(where, cancel), book);
        Recovery found = recovery.explain(record, Optional.empty(), cancel);
        if (record.outcome().isEmpty()) {
            recovery.settle(record, found);
        }
        Fate.Stands stands = switch (found.stands()) {
            case ALL -> Fate.Stands.ALL;
            case NOTHING -> Fate.Stands.NOTHING;
            case STILL_RUNNING -> Fate.Stands.RUNNING;
            case PART, UNKNOWN -> Fate.Stands.UNKNOWN;
        };
        return new Fate(stands, found.sentence() + " Journal: " + record.runId());
    }

    private static List<StatementSplitter.Part> statements(String text) {
        List<StatementSplitter.Part> parts = StatementSplitter.split(text).stream()
                .filter(part -> !part.text().isBlank())
                .toList();
        if (parts.isEmpty()) {
            throw problem("the block", "it holds no statement.");
        }
        return parts;
    }

    private static Step step(
            int number,
            String reason,
            Sql sql,
            boolean destructive,
            boolean transactional,
            LockTimeout lock,
            StatementTimeout limit) {
        return new Step(
                "statement-" + number,
                StepGroup.CHANGE,
                "RUNBOOK",
                reason,
                sql,
                null,
                "A runbook brings no way back of its own.",
                destructive ? Set.of(Hazard.HELD_BACK) : Set.of(),
                "-",
                lock,
                limit,
                transactional,
                List.of(),
                snapshot -> snapshot,
                List.of(),
                transactional ? "all" : "");
    }

    private static ProblemException problem(String source, String answer) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "RB-SQL",
                "Reading the statements of",
                source,
                answer,
                "Write statements that the server takes."));
    }
}
