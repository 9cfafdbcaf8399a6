package dev.plumbline.operation.runbook;

import dev.plumbline.execute.RunLimits;
import dev.plumbline.execute.SessionOrigins;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.PlanMigrations;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.operation.migration.RunMigrations;
import dev.plumbline.operation.migration.TraceMigrations;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.store.Journal;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Migrations of the database that a runbook's step is about, planned and run as everywhere. */
public final class RunbookMigrations {
    private final RunbookDatabase databases;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;
    private final Clock clock;
    private final Function<CancelToken, SessionOrigins> origins;
    private final PostgresParser parser = new PostgresParser();
    private final TraceMigrations traces;

    public RunbookMigrations(
            RunbookDatabase databases,
            ServerPools pools,
            ScratchServers scratch,
            Supplier<Journal> journal,
            Executor background,
            Clock clock,
            Function<CancelToken, SessionOrigins> origins) {
        this.databases = databases;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
        this.clock = clock;
        this.origins = origins;
        this.traces = new TraceMigrations(new MaterializeSql(pools, scratch), parser);
    }

    public PlannedMigrations plan(
            RunbookDatabase.Where where, MigrationChoice choice, CancelToken cancel, Progress progress) {
        ConnectionTarget target = databases.target(where, cancel);
        return new PlanMigrations(dsn -> target, pools, traces, parser, clock).plan("", choice, cancel, progress);
    }

    /**
     * @param seen hears what the database is made of each time that it is read again
     * @param context whose pods the sessions in the way may belong to
     */
    public RunOutcome run(
            RunbookDatabase.Where where,
            PlannedMigrations planned,
            Approval approval,
            Consumer<StructureSnapshot> seen,
            RunListener listener,
            Optional<String> context,
            CancelToken cancel) {
        ConnectionTarget target = databases.target(where, cancel);
        return new RunMigrations(
                        dsn -> target,
                        pools,
                        journal,
                        background,
                        RunLimits.DEFAULT,
                        (name, token) -> origins.apply(token))
                .run(planned, approval, seen, listener, context, cancel);
    }
}
