package dev.plumbline.operation.migration;

import dev.plumbline.execute.RunLimits;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.LockStrategy;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestScratch;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A database of a real server and a migration directory, with everything that plans and runs the way there. */
final class MigrationRig implements AutoCloseable {
    private static final RunLimits LIMITS =
            new RunLimits(Duration.ofMillis(300), Duration.ofMillis(20), Duration.ofSeconds(5), Duration.ofMillis(50));

    /** One for all, since it takes a while to load; it holds nothing of a database. */
    private static final PostgresParser PARSER = new PostgresParser();

    final TestPostgres server;
    final String database;
    final Path folder;
    private final ServerPools pools = new ServerPools();
    private final PlanMigrations plans;
    private final RunMigrations runs;
    private final TryMigrations tries;
    private final RepairMigrations repairs;
    private final Journal journal;
    private final ExecutorService background = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "migration-rig");
        thread.setDaemon(true);
        return thread;
    });

    MigrationRig(int major, Path home) throws IOException {
        this(TestPostgres.major(major), TestPostgres.major(major).freshDatabase("migration"), home);
    }

    /** On a database that is there; it is dropped at the end. */
    MigrationRig(TestPostgres server, String database, Path home) throws IOException {
        this(server, database, home, TestTargets.superuser(server, database));
    }

    /** The same with another login. */
    MigrationRig(TestPostgres server, String database, Path home, ConnectionTarget target) throws IOException {
        this.server = server;
        this.database = database;
        folder = Files.createDirectories(home.resolve("migrations"));
        TraceMigrations traces = new TraceMigrations(new MaterializeSql(pools, new TestScratch()), PARSER);
        plans = new PlanMigrations(dsn -> target, pools, traces, PARSER, Clock.systemUTC());
        journal = Journal.open(home.resolve("journal.db"), Clock.systemUTC());
        runs = new RunMigrations(
                dsn -> target, pools, () -> journal, background, LIMITS, (context, cancel) -> MigrationRig::origin);
        tries = new TryMigrations(
                dsn -> target,
                pools,
                () -> journal,
                background,
                LIMITS,
                (context, cancel) -> MigrationRig::origin,
                PARSER);
        repairs = new RepairMigrations(dsn -> target, pools, traces, PARSER, () -> journal, background, LIMITS);
    }

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Files.writeString(
                folder.resolve(MigrationDirectory.SUM),
                AtlasSum.of(MigrationDirectory.read(folder)).text());
    }

    PlannedMigrations plan() {
        return plan(choice());
    }

    /** Without watching what is written, and with one attempt at each lock. */
    MigrationChoice choice() {
        LiveLimits usual = LiveLimits.USUAL;
        return MigrationChoice.of(folder)
                .trying(LockStrategy.ONCE)
                .judging(new LiveLimits(usual.rows(), usual.writes(), usual.oldTransaction(), Duration.ZERO));
    }

    PlannedMigrations plan(MigrationChoice choice) {
        return plans.plan("", choice, new CancelToken(), Progress.NONE);
    }

    PlanMigrations.Status status() {
        return plans.status("", choice(), new CancelToken());
    }

    RunOutcome run(PlannedMigrations planned) {
        return run(planned, RunListener.NONE);
    }

    RunOutcome run(PlannedMigrations planned, RunListener listener) {
        Set<String> all = planned.plan().steps().stream().map(step -> step.id()).collect(Collectors.toSet());
        Approval approval = new Approval(planned.plan().digest(), all, "", SafeMode.CONFIRM, "a test");
        return runs.run(planned, approval, listener, Optional.of("a test"), new CancelToken());
    }

    MigrationTrial trial(PlannedMigrations planned) {
        return tries.prepare(planned);
    }

    TriedMigrations tryOut(MigrationTrial trial) {
        Set<String> all = trial.plan().steps().stream().map(step -> step.id()).collect(Collectors.toSet());
        return tryOut(trial, new Approval(trial.plan().digest(), all, "", SafeMode.CONFIRM, "a test"));
    }

    TriedMigrations tryOut(MigrationTrial trial, Approval approval) {
        return tries.run(trial, approval, RunListener.NONE, Optional.of("a test"), new CancelToken());
    }

    private static Optional<String> origin(String address) {
        return address.equals("127.0.0.1") ? Optional.of("pod storefront/api-1, Deployment api") : Optional.empty();
    }

    List<HalfwayFile> look() {
        return repairs.look("", choice(), new CancelToken(), Progress.NONE);
    }

    RunOutcome record(String version, RecordChange.To to) {
        RecordChange change = repairs.plan("", choice(), version, to, new CancelToken());
        Approval approval = new Approval(change.plan().digest(), Set.of(), "", SafeMode.CONFIRM, "a test");
        return repairs.run(change, approval, RunListener.NONE, new CancelToken());
    }

    /** What the journal noted of a run. */
    List<String> notes(RunOutcome outcome) {
        return journal.show(outcome.journalId()).of(EntryKind.NOTE).stream()
                .map(entry -> entry.field("text"))
                .toList();
    }

    @Override
    public void close() {
        pools.close();
        background.shutdownNow();
        journal.close();
        server.dropDatabase(database);
    }
}
