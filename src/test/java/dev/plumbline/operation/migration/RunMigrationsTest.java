package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunMigrationsTest {
    @TempDir
    Path home;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void runsWhatIsPendingRecordsItAsAtlasDoesAndProvesThePrediction(int major) throws IOException {
        try (MigrationRig rig = new MigrationRig(major, home)) {
            rig.write(
                    "20260101000000_begin.sql",
                    "CREATE TABLE account (id bigint PRIMARY KEY, note text);\nINSERT INTO account VALUES (1, 'one');\n");
            rig.write("20260102000000.sql", "CREATE VIEW noted AS SELECT id FROM account WHERE note IS NOT NULL;\n");
            PlannedMigrations planned = rig.plan();
            assertThat(planned.plan().refusals()).isEmpty();
            RunOutcome outcome = rig.run(planned);
            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rig.plan().plan().isEmpty()).isTrue();
            rig.write(
                    "20260103000000_index.sql",
                    "-- atlas:txmode none\n\nCREATE INDEX CONCURRENTLY account_by_note ON account (note);\nALTER TABLE account ADD COLUMN more int;\n");
            PlannedMigrations second = rig.plan();
            outcome = rig.run(second);
            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rig.plan().plan().isEmpty()).isTrue();
            assertThat(
                            rows(
                                    rig,
                                    "SELECT version || ' ' || description || ' ' || type || ' ' || applied || '/' || total || ' ' || (hash <> '')"
                                            + " || ' ' || (error IS NULL AND partial_hashes IS NULL) FROM atlas_schema_revisions.atlas_schema_revisions ORDER BY 1"))
                    .containsExactly(
                            "20260101000000 begin 2 2/2 true true",
                            "20260102000000  2 1/1 true true",
                            "20260103000000 index 2 2/2 true true");
        }
    }

    @Test
    void aFileThatFailsLeavesNothingAndIsRefusedBefore() throws IOException {
        try (MigrationRig rig = new MigrationRig(16, home)) {
            rig.write("1_a.sql", "CREATE TABLE account (id bigint PRIMARY KEY, note text);");
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
            rig.server.execute(rig.database, "INSERT INTO account VALUES (1, NULL)");
            rig.write("2_b.sql", "CREATE TABLE other (i int); ALTER TABLE account ALTER COLUMN note SET NOT NULL;");
            RunOutcome outcome = rig.run(rig.plan());
            assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
            assertThat(outcome.problem().orElseThrow().answer()).contains("contains null values");
            assertThat(rows(rig, "SELECT version FROM atlas_schema_revisions.atlas_schema_revisions"))
                    .containsExactly("1");
            assertThat(rows(rig, "SELECT relname FROM pg_class WHERE relname = 'other'"))
                    .isEmpty();
            rig.write("2_b.sql", "ALTER TABLE nowhere ADD COLUMN c int;");
            assertThat(rig.plan().plan().refusals())
                    .extracting(Plan.Refusal::checkCode)
                    .containsExactly("MIG-422");
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.REFUSED);
        }
    }

    @Test
    void refusesWhatIsNotWhatItWas() throws IOException {
        try (MigrationRig rig = new MigrationRig(17, home)) {
            rig.server.execute(rig.database, "CREATE TABLE somebodys (i int)");
            rig.write("2_b.sql", "CREATE TABLE b (i int);");
            assertThat(rig.plan().plan().refusals())
                    .extracting(Plan.Refusal::checkCode)
                    .containsExactly("MIG-420");
            rig.server.execute(rig.database, "DROP TABLE somebodys");
            PlannedMigrations planned = rig.plan();
            rig.server.execute(rig.database, "CREATE TABLE somebodys (i int)");
            assertThat(rig.run(planned).problem().orElseThrow().code()).isEqualTo("stale-plan");
            rig.server.execute(rig.database, "DROP TABLE somebodys");
            assertThat(rig.run(planned).ending()).isEqualTo(Ending.VERIFIED);
            rig.write("2_b.sql", "CREATE TABLE b (i bigint);");
            rig.write("1_a.sql", "CREATE TABLE a (i int);");
            assertThat(rig.plan().plan().refusals())
                    .extracting(Plan.Refusal::checkCode)
                    .containsExactly("MIG-423", "MIG-425");
            Files.writeString(rig.folder.resolve("1_a.sql"), "CREATE TABLE c (i int);");
            assertThatThrownBy(rig::plan)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure ->
                                    assertThat(failure.problem().message()).contains("line 2", "1_a.sql was edited"));
        }
    }

    @ParameterizedTest(name = "transaction mode {0}")
    @ValueSource(strings = {"file", "none"})
    void namesWhoIsInTheWayAndLeavesNothing(String mode) throws IOException, SQLException {
        try (MigrationRig rig = new MigrationRig(17, home)) {
            rig.write("1_a.sql", "CREATE TABLE account (id bigint PRIMARY KEY, note text);");
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
            rig.write(
                    "2_b.sql",
                    "-- atlas:txmode " + mode
                            + "\n\nCREATE TABLE other (i int);\nALTER TABLE account ADD COLUMN more int;\n");
            PlannedMigrations planned = rig.plan(rig.choice().waiting(new LockTimeout(700)));
            try (Connection blocker = rig.server.connect(rig.database);
                    Statement statement = blocker.createStatement()) {
                blocker.setAutoCommit(false);
                statement.execute("SET application_name = 'nightly report'");
                statement.execute("SELECT * FROM account");
                RunOutcome outcome = rig.run(planned);
                assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
                assertThat(outcome.problem().orElseThrow().answer())
                        .contains("In the way: session ", "application nightly report", "SELECT * FROM account");
            }
            boolean kept = mode.equals("none");
            assertThat(rows(rig, "SELECT relname FROM pg_class WHERE relname = 'other'"))
                    .hasSize(kept ? 1 : 0);
            assertThat(
                            rows(
                                    rig,
                                    "SELECT applied || '/' || total FROM atlas_schema_revisions.atlas_schema_revisions WHERE version = '2'"))
                    .isEqualTo(kept ? List.of("1/2") : List.of());
            PlannedMigrations again = rig.plan(kept ? rig.choice().resuming() : rig.choice());
            assertThat(rig.run(again).ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rig.plan().plan().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"COMMIT", "BEGIN", "ROLLBACK", "SAVEPOINT s", "commit and chain", "PREPARE TRANSACTION 'x'"})
    void aFileDoesNotOpenOrEndTransactionsItself(String statement) throws IOException {
        try (MigrationRig rig = new MigrationRig(17, home)) {
            rig.write(
                    "1_a.sql",
                    "CREATE TABLE kept (i int);\n/* now */ " + statement + ";\nCREATE TABLE other (i int);\n");
            PlannedMigrations planned = rig.plan();
            assertThat(planned.plan().refusals())
                    .extracting(Plan.Refusal::checkCode)
                    .contains("MIG-426");
            assertThat(rig.run(planned).ending()).isEqualTo(Ending.REFUSED);
            assertThat(rows(rig, "SELECT relname FROM pg_class WHERE relname IN ('kept', 'other')"))
                    .isEmpty();
        }
    }

    @Test
    void hostileNamesOfFilesSchemasAndRolesAreOnlyNames() throws IOException {
        try (MigrationRig rig = new MigrationRig(17, home)) {
            String hostile = "x\"; DROP TABLE canary; --";
            String quoted = Sql.quoted(Name.of(hostile));
            rig.server.execute(rig.database, "CREATE TABLE canary (i int)", "CREATE SCHEMA " + quoted);
            rig.write(
                    "1'; DROP TABLE canary; --_x'); DROP TABLE canary; --.sql",
                    "CREATE TABLE made (i int);\nCREATE POLICY p ON made TO " + quoted + ";\nDROP POLICY p ON made;\n");
            MigrationChoice usual = rig.choice();
            PlannedMigrations planned = rig.plan(new MigrationChoice(
                    rig.folder,
                    usual.mode(),
                    usual.order(),
                    Optional.of(Name.of(hostile)),
                    Name.of(hostile),
                    true,
                    false,
                    usual.lock(),
                    usual.statement(),
                    usual.live()));
            assertThat(planned.plan().refusals()).isEmpty();
            rig.server.execute(rig.database, "CREATE ROLE " + quoted);
            try {
                RunOutcome outcome = rig.run(planned);
                assertThat(outcome.problem()).isEmpty();
                assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
                assertThat(rows(rig, "SELECT count(*) FROM public.canary")).containsExactly("0");
                assertThat(rows(rig, "SELECT version FROM " + quoted + ".atlas_schema_revisions"))
                        .containsExactly("1'; DROP TABLE canary; --");
                assertThat(rows(rig, "SELECT count(*) FROM " + quoted + ".made"))
                        .containsExactly("0");
            } finally {
                rig.server.execute(rig.database, "DROP ROLE " + quoted);
            }
        }
    }

    @ParameterizedTest(name = "transaction mode {0}, cut at step {1}")
    @CsvSource({"file,2", "file,3", "file,4", "none,2", "none,3", "none,4", "none,5", "none,6", "none,7"})
    void aConnectionThatDiesBetweenTwoStatementsLosesNothing(String mode, int cut) throws IOException {
        try (MigrationRig rig = new MigrationRig(16, home)) {
            rig.write("0_a.sql", "CREATE TABLE account (id bigint PRIMARY KEY);");
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
            rig.write(
                    "1_b.sql",
                    "-- atlas:txmode " + mode
                            + "\n\nCREATE TABLE first (i int);\nCREATE VIEW second AS SELECT id FROM account;\n");
            RunOutcome outcome = rig.run(rig.plan(), new CutAt(rig, cut));
            assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
            boolean begun = !rows(
                            rig, "SELECT 1 FROM atlas_schema_revisions.atlas_schema_revisions WHERE version = '1'")
                    .isEmpty();
            assertThat(begun && mode.equals("file")).isFalse();
            PlannedMigrations again = rig.plan(begun ? rig.choice().resuming() : rig.choice());
            assertThat(again.plan().refusals()).isEmpty();
            assertThat(rig.run(again).ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rows(rig, "SELECT relname FROM pg_class WHERE relname IN ('first', 'second') ORDER BY 1"))
                    .containsExactly("first", "second");
            assertThat(rig.plan().plan().isEmpty()).isTrue();
        }
    }

    /** Ends every other session of the database just before a step. */
    private record CutAt(MigrationRig rig, int step) implements RunListener {
        @Override
        public void starting(Step next, int number, int total) {
            if (number == step) {
                rig.server.query(
                        rig.database,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
        }

        @Override
        public void ended(RunOutcome.StepOutcome outcome) {}

        @Override
        public void phase(String what) {}
    }

    /** A run that was killed between two statements, or behind one that it could not record any more. */
    @ParameterizedTest(name = "{0} statements stand, {1} are recorded")
    @CsvSource({"0,0", "1,0", "1,1", "2,1", "2,2", "3,2"})
    void goesOnBehindWhatTookEffect(int stand, int recorded) throws IOException {
        try (MigrationRig rig = new MigrationRig(15, home)) {
            rig.write("1_a.sql", "CREATE TABLE account (id bigint PRIMARY KEY, note text);");
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
            List<String> statements = List.of(
                    "CREATE INDEX CONCURRENTLY by_note ON account (note)",
                    "ALTER TABLE account ADD COLUMN more int",
                    "CREATE VIEW seen AS SELECT id FROM account");
            rig.write("2_b.sql", "-- atlas:txmode none\n\n" + String.join(";\n", statements) + ";\n");
            statements.subList(0, stand).forEach(statement -> rig.server.execute(rig.database, statement));
            rig.server.execute(
                    rig.database,
                    "INSERT INTO atlas_schema_revisions.atlas_schema_revisions VALUES ('2', 'b', 2, " + recorded
                            + ", 3, now(), 0, NULL, NULL, '', NULL, 'killed')");
            assertThat(rig.plan().plan().refusals())
                    .extracting(Plan.Refusal::checkCode)
                    .containsExactly("MIG-424");
            PlannedMigrations resumed = rig.plan(rig.choice().resuming());
            assertThat(resumed.plan().refusals()).isEmpty();
            assertThat(resumed.trace().files().stream()
                            .flatMap(file -> file.statements().stream())
                            .count())
                    .isEqualTo(3 - stand);
            RunOutcome outcome = rig.run(resumed);
            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rows(rig, "SELECT applied || '/' || total FROM atlas_schema_revisions.atlas_schema_revisions"))
                    .containsExactly("1/1", "3/3");
            assertThat(rig.plan().plan().isEmpty()).isTrue();
        }
    }

    private static List<String> rows(MigrationRig rig, String query) {
        return rig.server.query(rig.database, query);
    }
}
