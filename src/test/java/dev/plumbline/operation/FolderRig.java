package dev.plumbline.operation;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.FolderScope;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.operation.structure.StructureKeeper;
import dev.plumbline.operation.structure.Unproved;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.structure.StepTimeouts;
import dev.plumbline.plan.structure.StructureStep;
import dev.plumbline.store.Journal;
import dev.plumbline.store.StructureHistory;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestScratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A database of a real server and a folder that declares it otherwise, with everything that plans and runs the way there. */
final class FolderRig implements AutoCloseable {
    static final LockTimeout SHORT = new LockTimeout(700);
    static final LockTimeout LONG = new LockTimeout(120_000);
    private static final RunLimits LIMITS =
            new RunLimits(Duration.ofMillis(300), Duration.ofMillis(20), Duration.ofSeconds(5), Duration.ofMillis(50));

    final TestPostgres server;
    final String database;
    final Journal journal;
    final ApplyFolder applies;
    final CompareStructure structures;
    final List<Unproved> notVerified = new ArrayList<>();
    private final Path folder;
    private final ServerPools pools = new ServerPools();
    private final StructureHistory history;
    private final ExecutorService background = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "folder-rig");
        thread.setDaemon(true);
        return thread;
    });
    private final DirectConnections direct;

    FolderRig(int major, Path home) {
        this(major, home, new TestScratch());
    }

    FolderRig(int major, Path home, ScratchServers scratch) {
        server = TestPostgres.major(major);
        database = server.freshDatabase("apply");
        folder = home.resolve("schema");
        journal = Journal.open(home.resolve("journal.db"), Clock.systemUTC());
        history = StructureHistory.open(home.resolve("structures.db"));
        direct = new DirectConnections(
                () -> {
                    throw new IllegalStateException("nothing is remembered here");
                },
                pools,
                Map.of(),
                home,
                Clock.systemUTC());
        structures = new CompareStructure(
                () -> {
                    throw new IllegalStateException("there is no cluster here");
                },
                direct,
                pools,
                scratch,
                new StructureKeeper(() -> history, Clock.systemUTC()),
                Clock.systemUTC());
        applies = new ApplyFolder(structures, direct, pools, () -> journal, background, Clock.systemUTC(), LIMITS);
    }

    String dsn() {
        return "postgresql://" + server.superuser() + ":"
                + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
                + "?sslmode=disable";
    }

    void declare(String sql) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("schema.sql"), sql);
    }

    ApplyFolder.Planned plan(LockTimeout lock, LockTimeout concurrently) {
        return plan(List.of(), lock, concurrently);
    }

    ApplyFolder.Planned plan(List<String> renamed, LockTimeout lock, LockTimeout concurrently) {
        return applies.plan(
                dsn(),
                folder,
                new ApplyFolder.Choice(
                        new FolderScope(Set.of(), "_pgflux"),
                        renamed,
                        Set.of(),
                        false,
                        new StepTimeouts(lock, concurrently, Optional.empty())),
                new CancelToken());
    }

    ApplyFolder.Planned plan() {
        return plan(LONG, LONG);
    }

    RunOutcome run(ApplyFolder.Planned planned, RunListener listener, CancelToken cancel) {
        Approval approval = new Approval(
                planned.plan().digest(),
                planned.way().steps().stream()
                        .filter(StructureStep::needsAllowance)
                        .map(StructureStep::id)
                        .collect(Collectors.toSet()),
                "",
                SafeMode.CONFIRM,
                "test");
        return applies.run(planned, approval, notVerified::addAll, listener, cancel);
    }

    RunOutcome run(ApplyFolder.Planned planned) {
        return run(planned, RunListener.NONE, new CancelToken());
    }

    StructureSnapshot structure() {
        CancelToken cancel = new CancelToken();
        ConnectionTarget target = direct.target(dsn());
        return pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
    }

    List<String> invalidIndexes() {
        return server.query(
                database,
                "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE NOT i.indisvalid");
    }

    ExecutorService background() {
        return background;
    }

    /** A session called nightly, in a transaction that ran these statements and goes no further. */
    Connection holding(String... statements) throws SQLException {
        Connection connection = server.connect(database);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = 'nightly'");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return connection;
    }

    static long pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        journal.close();
        history.close();
        pools.close();
        server.dropDatabase(database);
    }
}
