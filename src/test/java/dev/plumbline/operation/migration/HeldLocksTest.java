package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LockStrategy;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.StatementProgress;
import dev.plumbline.plan.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks that others hold: few attempts, giving way to who waits behind, and what is told meanwhile. */
@Timeout(120)
class HeldLocksTest {
    @TempDir
    private Path home;

    private static LockStrategy strategy(int attempts, Duration behind) {
        return new LockStrategy(attempts, Duration.ofMillis(30), Duration.ofMillis(30), 10, behind, false);
    }

    private MigrationRig begun(int major) throws IOException {
        MigrationRig rig = new MigrationRig(major, home);
        rig.write("0_begin.sql", "CREATE TABLE t1 (i int); CREATE TABLE t2 (i int);");
        assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
        return rig;
    }

    /** Hears what the run tells while it waits and works. */
    private static final class Heard implements RunListener {
        private final ConcurrentLinkedQueue<String> again = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<String> working = new ConcurrentLinkedQueue<>();
        private Consumer<String> onWaiting = waiting -> {};
        private Consumer<String> onAgain = sentence -> {};
        private Consumer<String> onWorking = words -> {};

        @Override
        public void waitingFor(List<String> sessions) {
            onWaiting.accept(String.join("; ", sessions));
        }

        @Override
        public void again(String sentence) {
            again.add(sentence);
            onAgain.accept(sentence);
        }

        @Override
        public void working(StatementProgress progress) {
            working.add(progress.words());
            onWorking.accept(progress.words());
        }

        @Override
        public void starting(Step step, int number, int total) {}

        @Override
        public void ended(RunOutcome.StepOutcome outcome) {}

        @Override
        public void phase(String what) {}
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest(name = "transaction mode {0}")
    @ValueSource(strings = {"file", "none"})
    void whatGotNoLockIsTriedAgainFromItsBeginning(String mode) throws Exception {
        try (MigrationRig rig = begun(17);
                Connection other = rig.server.connect(rig.database);
                Statement statement = other.createStatement()) {
            rig.write(
                    "1_a.sql",
                    "-- atlas:txmode " + mode
                            + "\n\nINSERT INTO t1 VALUES (1);\nALTER TABLE t2 ADD COLUMN c int;\nINSERT INTO t1 VALUES (2);\n");
            PlannedMigrations planned =
                    rig.plan(rig.choice().waiting(new LockTimeout(400)).trying(strategy(3, Duration.ofMinutes(1))));
            assertThat(planned.notes()).anyMatch(note -> note.contains("is tried 3 times"));
            other.setAutoCommit(false);
            statement.execute("SET application_name = 'nightly report'");
            statement.execute("SELECT * FROM t2");
            Heard heard = new Heard();
            heard.onAgain = sentence -> rollback(other);
            RunOutcome outcome = rig.run(planned, heard);
            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
            assertThat(heard.again).hasSize(1);
            assertThat(heard.again.peek())
                    .startsWith("Attempt 1 of 3 got no lock: ")
                    .contains(
                            "In the way: session ",
                            "application nightly report",
                            "from 127.0.0.1, pod storefront/api-1, Deployment api")
                    .endsWith("the next one begins in 30 ms.");
            assertThat(rig.notes(outcome)).contains(String.valueOf(heard.again.peek()));
            assertThat(rig.server.query(rig.database, "SELECT i FROM t1 ORDER BY 1"))
                    .containsExactly("1", "2");
            assertThat(rig.plan().plan().isEmpty()).isTrue();
        }
    }

    @Test
    void givesWayToWhoWaitsBehindAndSaysSoWhenItWasInVain() throws Exception {
        try (MigrationRig rig = begun(13);
                Connection other = rig.server.connect(rig.database);
                Statement statement = other.createStatement();
                Connection reader = rig.server.connect(rig.database);
                Statement reading = reader.createStatement()) {
            rig.write("1_a.sql", "ALTER TABLE t1 ADD COLUMN c int;\n");
            PlannedMigrations planned =
                    rig.plan(rig.choice().waiting(new LockTimeout(60_000)).trying(strategy(2, Duration.ofMillis(100))));
            other.setAutoCommit(false);
            statement.execute("SELECT * FROM t1");
            Heard heard = new Heard();
            CompletableFuture<Void> read = new CompletableFuture<>();
            heard.onWaiting = waiting -> new Thread(() -> read(reading, read), "reader").start();
            heard.onAgain = sentence -> {
                read.orTimeout(30, TimeUnit.SECONDS).join();
                rollback(other);
            };
            RunOutcome outcome = rig.run(planned, heard);
            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
            assertThat(heard.again.peek()).contains("withdrawn, since 1 session waited behind it, one for ");
            rig.write("2_b.sql", "ALTER TABLE t1 ADD COLUMN d int;\n");
            PlannedMigrations vain =
                    rig.plan(rig.choice().waiting(new LockTimeout(60_000)).trying(strategy(1, Duration.ofMillis(100))));
            statement.execute("SELECT * FROM t1");
            RunOutcome failed = rig.run(vain, heard);
            assertThat(failed.ending()).isEqualTo(Ending.FAILED);
            assertThat(failed.problem().orElseThrow().code()).isEqualTo("withdrawn");
            assertThat(failed.problem().orElseThrow().answer())
                    .contains("withdrawn, since 1 session", "In the way: session ");
        }
    }

    private static void read(Statement reading, CompletableFuture<Void> done) {
        try {
            reading.execute("SELECT * FROM t1");
            done.complete(null);
        } catch (SQLException failure) {
            done.completeExceptionally(failure);
        }
    }

    @Test
    void anIndexWhoseBuildGotNoLockIsTakenAwayBeforeTheNextAttempt() throws Exception {
        try (MigrationRig rig = begun(16);
                Connection writer = rig.server.connect(rig.database);
                Statement statement = writer.createStatement()) {
            rig.write("1_a.sql", "-- atlas:txmode none\n\nCREATE INDEX CONCURRENTLY by_i ON t1 (i);\n");
            PlannedMigrations planned =
                    rig.plan(rig.choice().waiting(new LockTimeout(300)).trying(strategy(3, Duration.ofMinutes(1))));
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO t1 VALUES (1)");
            Heard heard = new Heard();
            heard.onAgain = sentence -> rollback(writer);
            RunOutcome outcome = rig.run(planned, heard);
            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
            assertThat(heard.again.peek()).contains("It left an invalid index, which could not be dropped yet");
            assertThat(rig.server.query(
                            rig.database, "SELECT indisvalid FROM pg_index WHERE indrelid = 't1'::regclass"))
                    .containsExactly("t");
        }
    }

    /** A function that does not come back before it is let makes each of them last as long as the test needs. */
    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 18})
    void tellsHowFarTheServerIsOrHowLongItTakes(int major) throws Exception {
        try (MigrationRig rig = begun(major);
                Connection other = rig.server.connect(rig.database);
                Statement statement = other.createStatement()) {
            rig.server.execute(
                    rig.database,
                    "CREATE FUNCTION held(i int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS"
                            + " $$ BEGIN WHILE NOT pg_catalog.pg_try_advisory_xact_lock_shared(42) LOOP END LOOP; RETURN i; END $$",
                    "INSERT INTO t1 SELECT generate_series(1, 1000)",
                    "ALTER TABLE t1 ADD CONSTRAINT small CHECK (held(i) < 5000) NOT VALID",
                    "ANALYZE t1");
            rig.write(
                    "1_a.sql",
                    "-- atlas:txmode none\n\nCREATE INDEX CONCURRENTLY by_held ON t1 (held(i));\nALTER TABLE t1 VALIDATE CONSTRAINT small;\n");
            PlannedMigrations planned = rig.plan();
            statement.execute("SELECT pg_advisory_lock(42)");
            Heard heard = new Heard();
            heard.onWorking = words -> {
                boolean index = words.startsWith("CREATE INDEX");
                if (index && words.contains("blocks")) {
                    execute(statement, "SELECT pg_advisory_unlock(42)");
                }
            };
            RunListener both = heard;
            RunOutcome outcome = rig.run(planned, both);
            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
            assertThat(heard.working)
                    .anyMatch(words -> words.startsWith("CREATE INDEX CONCURRENTLY: building index: scanning table, "));
            rig.write("2_b.sql", "ALTER TABLE t1 ADD CONSTRAINT other CHECK (held(i) < 6000);\n");
            planned = rig.plan();
            statement.execute("SELECT pg_advisory_lock(42)");
            heard.onWorking = words -> execute(statement, "SELECT pg_advisory_unlock(42)");
            assertThat(rig.run(planned, both).ending()).isEqualTo(Ending.VERIFIED);
            assertThat(heard.working)
                    .anyMatch(
                            words -> words.matches(
                                    "runs for \\d+ s, and no view of the server tells how far it is; its largest table public.t1 had \\d+ kB when it was last looked at"));
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
