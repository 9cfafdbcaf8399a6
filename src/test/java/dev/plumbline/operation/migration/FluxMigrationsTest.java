package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.Step;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Directories of pg-flux: run as pg-flux runs them, recorded as it records them, and undone by the ways back that lie there. */
class FluxMigrationsTest {
    private static final String BEGIN = "20260101_000000_001_begin.sql";
    private static final String NOTE = "20260102_000000_note.sql";
    private static final String NOTE_UNDO = "20260102_000000_note_undo.sql";
    private static final String LATER = "20260103_000000_000_later.sql";
    private static final String KEY_OF_PG_FLUX = "-6379423388752928284";
    private static final Path DUMP = Path.of("/usr/lib/postgresql/15/bin/pg_dump");

    @TempDir
    Path home;

    private static void write(MigrationRig rig, String name, String text) throws IOException {
        Files.writeString(rig.folder.resolve(name), text);
    }

    private static void begin(MigrationRig rig) throws IOException {
        write(
                rig,
                BEGIN,
                "-- +migrate Up\n\nBEGIN;\nCREATE TABLE account (id bigint PRIMARY KEY, note text);\nCOMMIT;\n\n"
                        + "-- +migrate Down\n\nDROP TABLE account;\n");
    }

    private static void note(MigrationRig rig) throws IOException {
        write(
                rig,
                NOTE,
                "BEGIN;\nALTER TABLE account ADD COLUMN more int;\nCOMMIT;\nCREATE UNIQUE INDEX CONCURRENTLY by_note ON account (note);\n"
                        + "COMMENT ON INDEX by_note IS 'looked for';\n");
        write(
                rig,
                NOTE_UNDO,
                "BEGIN;\nALTER TABLE account DROP COLUMN more;\nCOMMIT;\nDROP INDEX CONCURRENTLY by_note;\n");
    }

    private static List<String> rows(MigrationRig rig, String query) {
        return rig.server.query(rig.database, query);
    }

    private static List<String> structure(MigrationRig rig) {
        return rig.plan().live().things().stream().map(Structure::toString).toList();
    }

    private static List<String> codes(PlannedMigrations planned) {
        return planned.plan().refusals().stream().map(Plan.Refusal::checkCode).toList();
    }

    private static PlannedMigrations back(MigrationRig rig, int steps) {
        return rig.plan(rig.choice().undoing(Optional.of(new Undo(steps, Optional.empty()))));
    }

    private static void verified(MigrationRig rig, PlannedMigrations planned) {
        assertThat(planned.plan().refusals()).isEmpty();
        RunOutcome outcome = rig.run(planned);
        assertThat(outcome.problem()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
    }

    /** What pg_dump of 15 says; empty for a server that is too new for it, and where there is none. */
    private static String dump(MigrationRig rig) throws IOException, InterruptedException {
        if (rig.server.major() > 15 || !Files.isExecutable(DUMP)) {
            return "";
        }
        ProcessBuilder builder = new ProcessBuilder(DUMP.toString(), rig.database);
        builder.environment().put("PGHOST", rig.server.host());
        builder.environment().put("PGPORT", Integer.toString(rig.server.port()));
        builder.environment().put("PGUSER", rig.server.superuser());
        builder.environment().put("PGPASSWORD", TestPostgres.password().reveal());
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.replaceAll("(?m)^\\\\(un)?restrict .*\\n", "");
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 18})
    void whatRanAsPgFluxRunsItIsUndoneToWhatWasThere(int major) throws Exception {
        try (MigrationRig rig = new MigrationRig(major, home)) {
            begin(rig);
            assertThat(rig.status().directory().form()).isEqualTo(DirectoryForm.PG_FLUX);
            verified(rig, rig.plan());
            assertThat(rows(rig, "SELECT filename || ' ' || checksum FROM _pgflux.migrations"))
                    .containsExactly(BEGIN + " "
                            + rows(
                                            rig,
                                            "SELECT encode(sha256(convert_to($$"
                                                    + Files.readString(rig.folder.resolve(BEGIN))
                                                    + "$$, 'UTF8')), 'hex')")
                                    .get(0));
            assertThat(rows(
                            rig,
                            "SELECT string_agg(concat_ws(' ', column_name, data_type, is_nullable, column_default), ', ' ORDER BY ordinal_position)"
                                    + " FROM information_schema.columns WHERE table_schema = '_pgflux'"))
                    .containsExactly(
                            "filename text NO, applied_at timestamp with time zone NO now(), checksum text NO");
            List<String> first = structure(rig);
            String firstDump = dump(rig);

            note(rig);
            PlannedMigrations planned = rig.plan();
            assertThat(planned.plan().steps())
                    .extracting(Step::id)
                    .containsSubsequence(NOTE + "#1", NOTE + "#begun", NOTE + "#2", NOTE + "#3", NOTE + "#done");
            verified(rig, planned);
            assertThat(rig.plan().plan().isEmpty()).isTrue();
            assertThat(rig.status().state().in(FileState.State.APPLIED)).hasSize(2);

            PlannedMigrations undo = back(rig, 1);
            assertThat(undo.notes()).noneMatch(note -> note.contains("way back"));
            assertThat(undo.plan().steps().stream().filter(Step::destructive))
                    .extracting(Step::id)
                    .contains(NOTE_UNDO + "#1");
            verified(rig, undo);
            assertThat(structure(rig)).isEqualTo(first);
            assertThat(dump(rig)).isEqualTo(firstDump);
            assertThat(rows(rig, "SELECT filename FROM _pgflux.migrations")).containsExactly(BEGIN);
            assertThat(rig.status().state().in(FileState.State.PENDING))
                    .extracting(FileState::name)
                    .containsExactly(NOTE);

            verified(rig, rig.plan());
            verified(rig, back(rig, 2));
            assertThat(rows(rig, "SELECT relname FROM pg_class WHERE relname IN ('account', 'by_note')"))
                    .isEmpty();
            assertThat(rows(rig, "SELECT filename FROM _pgflux.migrations")).isEmpty();
        }
    }

    @Test
    void whatCannotBeTrustedIsRefusedByName() throws Exception {
        try (MigrationRig rig = new MigrationRig(17, home)) {
            begin(rig);
            note(rig);
            PlannedMigrations planned = rig.plan();
            try (Connection flux = rig.server.connect(rig.database);
                    Statement statement = flux.createStatement()) {
                statement.execute("SET application_name = 'pg-flux of the night'");
                statement.execute("SELECT pg_try_advisory_lock(" + KEY_OF_PG_FLUX + ")");
                RunOutcome refused = rig.run(planned);
                assertThat(refused.ending()).isEqualTo(Ending.REFUSED);
                assertThat(refused.problem().orElseThrow().answer()).contains("pg-flux of the night");
            }
            verified(rig, planned);

            String kept = Files.readString(rig.folder.resolve(BEGIN));
            write(rig, BEGIN, kept + "-- a word more\n");
            assertThat(codes(rig.plan())).containsExactly("MIG-423");
            assertThat(rig.plan().plan().refusals().get(0).what()).isEqualTo(BEGIN);
            assertThat(codes(back(rig, 2))).containsExactly("MIG-423");
            assertThat(rig.run(back(rig, 2)).ending()).isEqualTo(Ending.REFUSED);
            write(rig, BEGIN, kept);

            write(rig, LATER, "CREATE TABLE later (i int);\nCREATE TABLE more (i int);\n");
            verified(rig, rig.plan());
            assertThat(codes(back(rig, 1))).containsExactly("MIG-451");
            assertThat(back(rig, 1).plan().refusals().get(0).what()).isEqualTo(LATER);
            write(rig, LATER.replace(".sql", "_undo.sql"), "-- MANUAL UNDO REQUIRED: all of it\n");
            assertThat(back(rig, 1).plan().refusals().get(0).why()).contains("no statement");
            write(rig, LATER.replace(".sql", "_undo.sql"), "-- MANUAL UNDO REQUIRED: the rest\nDROP TABLE later;\n");
            assertThat(back(rig, 1).notes())
                    .anyMatch(note -> note.contains("MANUAL UNDO REQUIRED"))
                    .anyMatch(note -> note.contains("do not run again") && note.contains(LATER + ":2"));
            assertThat(rig.plan(rig.choice().undoing(Optional.of(Undo.to("20260102_000000_note"))))
                            .trace()
                            .files())
                    .hasSize(1);
            assertThatThrownBy(() -> rig.plan(rig.choice().undoing(Optional.of(Undo.to("nowhere")))))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem().code()).isEqualTo("MIG-453"));
            assertThatThrownBy(() -> rig.plan(rig.choice()
                            .formed(Optional.of(DirectoryForm.ATLAS))
                            .undoing(Optional.of(Undo.LAST))))
                    .isInstanceOf(ProblemException.class);
            Files.delete(rig.folder.resolve(LATER));
            assertThat(codes(back(rig, 1))).containsExactly("MIG-452");
            rig.server.execute(
                    rig.database,
                    "CREATE FUNCTION spy() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                    "CREATE TRIGGER spy BEFORE INSERT ON _pgflux.migrations FOR EACH ROW EXECUTE FUNCTION spy()");
            assertThatThrownBy(rig::plan)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem().code()).isEqualTo("TRK-403"));
        }
    }

    @Test
    void whatStoppedHalfwayForwardsOrBackIsGoneOnWith() throws Exception {
        try (MigrationRig rig = new MigrationRig(17, home)) {
            begin(rig);
            verified(rig, rig.plan());
            List<String> first = structure(rig);
            note(rig);
            PlannedMigrations planned = rig.plan();
            rig.server.execute(rig.database, "INSERT INTO account VALUES (1, 'one'), (2, 'one')");
            assertThat(rig.run(planned).ending()).isEqualTo(Ending.FAILED);
            assertThat(rows(rig, "SELECT left(checksum, 21) FROM _pgflux.migrations WHERE filename = '" + NOTE + "'"))
                    .containsExactly("plumbline halfway 1/3");
            assertThat(codes(rig.plan())).containsExactly("MIG-424");
            assertThat(codes(back(rig, 1))).containsExactly("MIG-424");
            assertThat(rig.look()).hasSize(1);
            rig.server.execute(rig.database, "DELETE FROM account WHERE id = 2");
            verified(rig, rig.plan(rig.choice().resuming()));
            assertThat(rig.plan().plan().isEmpty()).isTrue();

            LockTimeout brief = new LockTimeout(500);
            MigrationChoice undo = rig.choice().undoing(Optional.of(Undo.LAST)).waiting(brief);
            stopped(rig, rig.plan(undo));
            assertThat(rows(rig, "SELECT left(checksum, 21) FROM _pgflux.migrations WHERE filename = '" + NOTE + "'"))
                    .containsExactly("plumbline undoing 1/2");
            assertThat(codes(rig.plan())).containsExactly("MIG-424");
            assertThat(rig.status().state().in(FileState.State.HALF_UNDONE)).hasSize(1);
            rig.server.execute(rig.database, "DROP INDEX by_note");
            PlannedMigrations rest = rig.plan(undo);
            assertThat(rest.notes()).anyMatch(note -> note.contains("took effect"));
            assertThat(rest.plan().steps()).extracting(Step::id).containsExactly(NOTE_UNDO + "#done");
            verified(rig, rest);
            assertThat(structure(rig)).isEqualTo(first);
            assertThat(rows(rig, "SELECT filename FROM _pgflux.migrations")).containsExactly(BEGIN);
        }
    }

    /** Somebody reads the table between the part in a transaction and what works CONCURRENTLY. */
    private static void stopped(MigrationRig rig, PlannedMigrations planned) throws SQLException {
        try (Connection reader = rig.server.connect(rig.database);
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            RunOutcome outcome = rig.run(planned, new RunListener() {
                @Override
                public void starting(Step step, int number, int total) {
                    if (step.sql().text().contains("CONCURRENTLY")) {
                        lock(statement);
                    }
                }

                @Override
                public void ended(RunOutcome.StepOutcome outcome) {}

                @Override
                public void phase(String what) {}
            });
            assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        }
    }

    private static void lock(Statement statement) {
        try {
            statement.execute("LOCK TABLE account IN SHARE MODE");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
