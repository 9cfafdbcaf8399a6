package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockStrategy;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.operation.structure.ScratchServers.Scratch;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.testing.Await;
import dev.plumbline.testing.ChildJvm;
import dev.plumbline.testing.TableGate;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestScratch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The console is killed between any two things that a run does: what is done afterwards leads to the same structure and the same records as a run that nobody disturbed. Where a run is to stop,
 * the test holds a lock that its next statement needs, so that it stops there each time.
 */
@Timeout(300)
class KilledMigrationTest {
    private static final int KILLED = 137;
    private static final String RECORDS = "atlas_schema_revisions.atlas_schema_revisions";
    private static final String HOW_RECORDED =
            "SELECT version || ' ' || description || ' ' || type || ' ' || applied || '/' || total || ' ' || hash"
                    + " || ' ' || COALESCE(error, partial_hashes::text, '-') FROM " + RECORDS + " ORDER BY 1";
    private static final TestPostgres SERVER = TestPostgres.major(17);
    private static String template = "";
    private static List<String> structure = List.of();
    private static List<String> records = List.of();

    @TempDir
    private Path home;

    /** What a whole run makes, and a database that has had the first file. */
    @BeforeAll
    static void runUndisturbed(@TempDir Path home) throws IOException {
        try (MigrationRig rig = new MigrationRig(SERVER, SERVER.freshDatabase("whole"), home)) {
            begin(rig);
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
            template = SERVER.freshDatabase("template");
            SERVER.dropDatabase(template);
            SERVER.await(
                    "postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + rig.database + "'",
                    List::isEmpty);
            SERVER.execute("postgres", "CREATE DATABASE " + template + " TEMPLATE " + rig.database);
            write(rig);
            RunOutcome outcome = rig.run(rig.plan(patient(rig.folder, Duration.ofSeconds(5))));
            assertThat(outcome.problem()).isEmpty();
            structure = structure(rig);
            records = SERVER.query(rig.database, HOW_RECORDED);
        }
    }

    private static void begin(MigrationRig rig) throws IOException {
        rig.write(
                "0_begin.sql",
                "CREATE TABLE t1 (i int); CREATE TABLE t2 (i int); CREATE TABLE t3 (i int); CREATE TABLE t4 (i int); CREATE TABLE t5 (i int);");
    }

    private static void write(MigrationRig rig) throws IOException {
        begin(rig);
        rig.write("1_a.sql", "ALTER TABLE t1 ADD COLUMN c int;\nALTER TABLE t2 ADD COLUMN c int;\n");
        rig.write(
                "2_b.sql",
                "-- atlas:txmode none\n\nCREATE INDEX CONCURRENTLY by_i ON t3 (i);\nALTER TABLE t4 ADD COLUMN c int;\n");
        rig.write("3_c.sql", "ALTER TABLE t5 ADD COLUMN c int;\nCREATE VIEW seen AS SELECT c FROM t5;\n");
    }

    static MigrationChoice patient(Path folder, Duration wait) {
        LiveLimits usual = LiveLimits.USUAL;
        return MigrationChoice.of(folder)
                .trying(LockStrategy.ONCE)
                .waiting(new LockTimeout((int) wait.toMillis()))
                .judging(new LiveLimits(usual.rows(), usual.writes(), usual.oldTransaction(), Duration.ZERO));
    }

    private static List<String> structure(MigrationRig rig) {
        return rig.plan().live().things().stream().map(Object::toString).toList();
    }

    private Process console(MigrationRig rig) throws IOException {
        Scratch scratch = new TestScratch().of(17, new CancelToken());
        return ChildJvm.start(
                Files.createDirectories(home.resolve("tmp")),
                MigrationToKill.class,
                rig.folder.toString(),
                home.resolve("killed.db").toString(),
                Integer.toString(SERVER.port()),
                rig.database,
                Integer.toString(scratch.administrator().port()),
                scratch.administrator().user().text(),
                java.util.Objects.requireNonNull(scratch.administrator().password())
                        .reveal(),
                "17");
    }

    private MigrationRig rig() throws IOException {
        String database = SERVER.freshDatabase("killed");
        SERVER.dropDatabase(database);
        SERVER.execute("postgres", "CREATE DATABASE " + database + " TEMPLATE " + template);
        MigrationRig rig = new MigrationRig(SERVER, database, home);
        write(rig);
        return rig;
    }

    /**
     * @param gate the table before which the run stops
     * @param past how often it is let through there before
     * @param server what becomes of the statement that waits in the server: it goes on when nobody holds it up any more, or the server notices that nobody listens
     * @param stopped how much of which file is recorded then
     */
    @ParameterizedTest(name = "before {0} after {1}, then it {2}")
    @CsvSource({
        "t1, 0, ends, 0:5/5",
        "t2, 0, goes on, 0:5/5",
        RECORDS + ", 0, goes on, 0:5/5",
        RECORDS + ", 1, ends, 1:2/2",
        RECORDS + ", 2, goes on, 2:0/2",
        "t4, 0, goes on, 2:1/2",
        RECORDS + ", 3, goes on, 2:1/2"
    })
    void whereverTheConsoleIsKilledTheNextRunCompletes(String gate, int past, String server, String stopped)
            throws Exception {
        try (MigrationRig rig = rig()) {
            try (TableGate held = new TableGate(SERVER, rig.database, gate)) {
                Process console = console(rig);
                for (int time = 0; time < past; time++) {
                    held.letOneThrough();
                }
                kill(rig, console, held.awaitWaiting(), server.equals("ends"));
            }
            completes(rig, stopped);
        }
    }

    @ParameterizedTest(name = "the build {0}")
    @CsvSource({"ends, 2:0/2", "goes on, 2:0/2"})
    void anIndexThatWasBeingBuiltIsBuilt(String server, String stopped) throws Exception {
        try (MigrationRig rig = rig()) {
            try (Connection writer = SERVER.connect(rig.database);
                    Statement statement = writer.createStatement()) {
                writer.setAutoCommit(false);
                statement.execute("INSERT INTO t3 VALUES (1)");
                Process console = console(rig);
                String building =
                        "SELECT pid FROM pg_stat_progress_create_index WHERE phase LIKE 'waiting for writers%' AND datname = '"
                                + rig.database + "'";
                String pid = SERVER.await(rig.database, building, all -> !all.isEmpty())
                        .get(0);
                kill(rig, console, pid, server.equals("ends"));
                writer.commit();
            }
            gone(rig);
            assertThat(SERVER.query(
                            rig.database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'by_i'::regclass"))
                    .containsExactly(server.equals("ends") ? "f" : "t");
            SERVER.execute(rig.database, "DELETE FROM t3");
            completes(rig, stopped);
        }
    }

    private static void kill(MigrationRig rig, Process console, String backend, boolean noticed) throws Exception {
        console.destroyForcibly();
        assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(console.exitValue()).isEqualTo(KILLED);
        if (noticed) {
            SERVER.query(rig.database, "SELECT pg_terminate_backend(" + backend + ", 30000)");
        }
    }

    /** Until the server has done with what the killed console began. */
    private static void gone(MigrationRig rig) {
        SERVER.await(
                rig.database,
                "SELECT query FROM pg_stat_activity WHERE application_name LIKE 'plumbline run%' AND datname = current_database()",
                List::isEmpty);
    }

    private static void completes(MigrationRig rig, String stopped) {
        gone(rig);
        assertThat(SERVER.query(
                        rig.database,
                        "SELECT version || ':' || applied || '/' || total FROM " + RECORDS
                                + " ORDER BY 1 DESC LIMIT 1"))
                .containsExactly(stopped);
        boolean halfway = stopped.endsWith("0/2") || stopped.endsWith("1/2");
        assertThat(rig.plan().plan().refusals())
                .extracting(Plan.Refusal::checkCode)
                .isEqualTo(halfway ? List.of("MIG-424") : List.of());
        PlannedMigrations rest = rig.plan(halfway ? rig.choice().resuming() : rig.choice());
        assertThat(rest.plan().refusals()).isEmpty();
        RunOutcome outcome = rig.run(rest);
        assertThat(outcome.problem()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
        assertThat(structure(rig)).isEqualTo(structure);
        assertThat(SERVER.query(rig.database, HOW_RECORDED)).isEqualTo(records);
        assertThat(rig.plan().plan().isEmpty()).isTrue();
    }

    /** A second run while one is under way, and what an edited file means to both. */
    @Test
    void whileOneRunsASecondIsToldByWhomAndAnEditedFileIsRefused() throws Exception {
        try (MigrationRig rig = rig()) {
            PlannedMigrations second = rig.plan(patient(rig.folder, Duration.ofSeconds(5)));
            try (TableGate held = new TableGate(SERVER, rig.database, "t4")) {
                Process console = console(rig);
                String backend = held.awaitWaiting();
                RunOutcome refused = rig.run(second);
                assertThat(refused.ending()).isEqualTo(Ending.REFUSED);
                assertThat(refused.problem().orElseThrow().answer())
                        .contains("another console is running one: session " + backend, "application plumbline run ");
                assertThat(rig.plan(rig.choice().resuming()).plan().refusals())
                        .as("a plan is made although the table is waited for")
                        .isEmpty();
                held.open();
                assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .contains("VERIFIED");
            }
            assertThat(rig.run(second).problem().orElseThrow().code()).isEqualTo("stale-plan");
            rig.write("2_b.sql", "ALTER TABLE t4 ADD COLUMN other int;\n");
            assertThat(rig.plan().plan().refusals())
                    .extracting(Plan.Refusal::checkCode)
                    .contains("MIG-423");
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.REFUSED);
        }
    }

    @Test
    void aDeadlockUndoesTheFileAndTheNextRunCompletes() throws Exception {
        try (MigrationRig rig = rig();
                Connection other = SERVER.connect(rig.database);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SET deadlock_timeout = '1min'");
            statement.execute("LOCK TABLE t2 IN SHARE MODE");
            PlannedMigrations planned = rig.plan(patient(rig.folder, Duration.ofMinutes(1)));
            var theirs = java.util.concurrent.CompletableFuture.runAsync(() -> waitForT1(rig, statement));
            RunOutcome outcome = rig.run(planned);
            theirs.get(60, TimeUnit.SECONDS);
            other.rollback();
            assertThat(outcome.problem().orElseThrow().answer()).contains("deadlock detected");
            completes(rig, "0:5/5");
        }
    }

    private static void waitForT1(MigrationRig rig, Statement theirs) {
        SERVER.await(
                rig.database,
                "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 't2'::regclass",
                all -> !all.isEmpty());
        try {
            theirs.execute("SELECT count(*) FROM t1");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One of its processes is killed, which makes the server begin anew and end every session. */
    @Test
    void theServerBeginsAnewMeanwhile() throws Exception {
        TestPostgres apart = TestPostgres.apart(17);
        try (MigrationRig rig = new MigrationRig(apart, apart.freshDatabase("restarted"), home)) {
            begin(rig);
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
            write(rig);
            PlannedMigrations planned = rig.plan(patient(rig.folder, Duration.ofMinutes(1)));
            RunOutcome outcome;
            try (TableGate held = new TableGate(apart, rig.database, "t4")) {
                var run = java.util.concurrent.CompletableFuture.supplyAsync(() -> rig.run(planned));
                long backend = Long.parseLong(held.awaitWaiting());
                ProcessHandle.of(backend).orElseThrow().destroyForcibly();
                outcome = run.get(60, TimeUnit.SECONDS);
            }
            assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
            Await.until(() -> isUp(apart), up -> up);
            PlannedMigrations rest = rig.plan(rig.choice().resuming());
            assertThat(rest.plan().refusals()).isEmpty();
            assertThat(rig.run(rest).ending()).isEqualTo(Ending.VERIFIED);
            assertThat(structure(rig)).isEqualTo(structure);
        } finally {
            apart.stop();
        }
    }

    private static boolean isUp(TestPostgres server) {
        try (Connection connection = server.connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
