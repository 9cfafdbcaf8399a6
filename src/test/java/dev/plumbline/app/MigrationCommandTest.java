package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.ChildJvm;
import dev.plumbline.testing.TableGate;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final TestPostgres server = TestPostgres.major(17);
    private final String database = server.freshDatabase("migrated");
    private final String dsn = "postgresql://" + server.superuser() + ":"
            + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
            + "?sslmode=disable";

    @AfterEach
    void dropIt() {
        server.dropDatabase(database);
    }

    @Test
    void fromAnEmptyDatabaseToOneThatHadEverything() throws IOException {
        Path directory = Files.createDirectory(home.resolve("migrations"));
        Files.writeString(directory.resolve("1_a.sql"), "CREATE TABLE account (id bigint PRIMARY KEY, note text);\n");
        Files.writeString(directory.resolve("2_b.sql"), "ALTER TABLE account DROP COLUMN note;\n");
        assertThat(called("plan", directory).err()).contains("checksum file not found", "migration hash");
        assertThat(Called.with(home, "migration", "hash", directory.toString()).code())
                .isZero();
        assertThat(Called.with(home, "migration", "hash", "--check", directory.toString())
                        .code())
                .isZero();
        JsonNode plan = new ObjectMapper()
                .readTree(called("plan", directory, "-o", "json").out());
        JsonNode dropped = plan.at("/files/1/statements/0");
        assertThat(dropped.at("/locks/0/mode").asText()).isEqualTo("ACCESS EXCLUSIVE");
        assertThat(dropped.at("/changes/0/name").asText()).isEqualTo("public.account.note");
        assertThat(dropped.at("/findings").toString()).contains("\"DS103\"");
        Called held = called("apply", directory);
        assertThat(held.code()).as(held.err()).isEqualTo(4);
        assertThat(held.err()).contains("Allow it with --allow 2_b.sql#1.", "Nothing was run.");
        Called run = called("apply", directory, "--allow", "2_b.sql#1");
        assertThat(run.out()).as(run.err()).contains("Done, and verified by reading again.");
        assertThat(run.code()).isZero();
        assertThat(called("status", directory, "--detailed-exitcode").out()).contains("Nothing is pending.");
        Files.writeString(directory.resolve("1_a.sql"), "CREATE TABLE other (id bigint);\n");
        Called changed = called("status", directory, "--detailed-exitcode");
        assertThat(changed.out()).contains("1_a.sql  edited since it was applied at ");
        assertThat(changed.err()).contains("atlas.sum:2: 1_a.sql was edited");
        assertThat(changed.code()).isEqualTo(3);
        assertThat(changed.out())
                .as("its line of atlas.sum holds the first file as well")
                .contains("2_b.sql  not comparable behind a file that was edited or is gone, applied at ");
    }

    /** Each line of atlas.sum holds the files before it, so that a file that comes between changes the lines behind it. */
    @Test
    void aFileThatComesBetweenIsNoEditOfThoseBehindIt() throws Exception {
        Path directory = Files.createDirectory(home.resolve("migrations"));
        Files.writeString(directory.resolve("1_a.sql"), "CREATE TABLE account (id bigint PRIMARY KEY);\n");
        Files.writeString(directory.resolve("3_c.sql"), "ALTER TABLE account ADD COLUMN c text;\n");
        Called.with(home, "migration", "hash", directory.toString());
        assertThat(called("apply", directory, "--sample", "0").code()).isZero();
        Files.writeString(directory.resolve("2_b.sql"), "ALTER TABLE account ADD COLUMN b text;\n");
        Files.writeString(directory.resolve("4_d.sql"), "ALTER TABLE account ADD COLUMN d text;\n");
        Called.with(home, "migration", "hash", directory.toString());
        assertThat(called("status", directory).out())
                .contains("3_c.sql  applied at ", "2_b.sql  older than what was applied last")
                .doesNotContain("edited");
        Called skipped = called("apply", directory, "--sample", "0", "--exec-order", "linear-skip");
        assertThat(skipped.code()).as(skipped.out() + skipped.err()).isZero();
        assertThat(called("status", directory).out())
                .contains("3_c.sql  applied at ", "4_d.sql  applied at ", "2_b.sql  older than what was applied last")
                .doesNotContain("edited");
        Called between = called("apply", directory, "--sample", "0", "--exec-order", "non-linear");
        assertThat(between.code()).as(between.out() + between.err()).isZero();
        assertThat(called("status", directory).out())
                .contains("2_b.sql  applied at ", "3_c.sql  applied at ", "4_d.sql  applied at ")
                .doesNotContain("edited");
    }

    @Test
    void aFileThatStoppedHalfwayIsToldWithTheWayOn() throws Exception {
        Path directory = Files.createDirectory(home.resolve("migrations"));
        Files.writeString(directory.resolve("1_a.sql"), "CREATE TABLE account (id bigint PRIMARY KEY, note text);\n");
        Called.with(home, "migration", "hash", directory.toString());
        assertThat(called("apply", directory, "--sample", "0").code()).isZero();
        server.execute(database, "INSERT INTO account VALUES (1)");
        Files.writeString(
                directory.resolve("2_b.sql"),
                "-- atlas:txmode none\n\nALTER TABLE account ADD COLUMN more int;\n"
                        + "DO $$ BEGIN IF EXISTS (SELECT FROM account) THEN RAISE 'there are rows'; END IF; END $$;\n");
        Called.with(home, "migration", "hash", directory.toString());
        assertThat(called("apply", directory, "--sample", "0").err())
                .contains(
                        "there are rows",
                        "Files that stand: none.",
                        "A part of 2_b.sql stands: \"migration repair\" tells which, \"migration resume\" goes on behind it.");
    }

    /** Killed behind a statement that it could not record any more: the server does it to its end, though nobody listens. */
    @Test
    void whatAKilledCommandBeganIsToldAndDoneByTheNext() throws Exception {
        Path directory = Files.createDirectory(home.resolve("migrations"));
        Files.writeString(directory.resolve("1_a.sql"), "CREATE TABLE account (id bigint PRIMARY KEY, note text);\n");
        Called.with(home, "migration", "hash", directory.toString());
        assertThat(called("apply", directory, "--sample", "0").code()).isZero();
        Files.writeString(
                directory.resolve("2_b.sql"),
                "-- atlas:txmode none\n\nALTER TABLE account ADD COLUMN more int;\nCREATE VIEW seen AS SELECT id FROM account;\n");
        Called.with(home, "migration", "hash", directory.toString());
        Path temporary = Files.createDirectories(home.resolve("tmp"));
        try (TableGate gate = new TableGate(server, database, "atlas_schema_revisions.atlas_schema_revisions")) {
            Process console = ChildJvm.start(
                    temporary,
                    Map.of("PLUMBLINE_HOME", home.resolve("killed").toString()),
                    Main.class,
                    "migration",
                    "apply",
                    directory.toString(),
                    "--dsn",
                    dsn,
                    "--sample",
                    "0",
                    "--lock-timeout",
                    "2min",
                    "--max-wait-behind",
                    "2min");
            gate.letOneThrough();
            gate.awaitWaiting();
            console.destroyForcibly();
            assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        server.await(
                database,
                "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'plumbline run%' AND datname = current_database()",
                List::isEmpty);
        assertThat(called("apply", directory).out()).contains("REFUSED MIG-424");
        Called told = called("repair", directory, "--detailed-exitcode");
        assertThat(told.out())
                .contains(
                        "1 took effect     ALTER TABLE account ADD COLUMN more int",
                        "2 not yet         CREATE VIEW seen",
                        "--mark-not-applied 2");
        assertThat(told.code()).isEqualTo(3);
        Called resumed = called("resume", directory, "--sample", "0");
        assertThat(resumed.out()).as(resumed.err()).contains("Done, and verified by reading again.");
        assertThat(resumed.err())
                .contains("2_b.sql:3 took effect in the run that stopped there", "is tried 5 times with pauses");
        Called undone = called("repair", directory, "--mark-not-applied", "2", "--dry-run");
        assertThat(undone.out())
                .contains("DELETE FROM \"atlas_schema_revisions\".atlas_schema_revisions WHERE version = '2'");
    }

    /** A directory of pg-flux from its status to its way back, which is killed between what it undid and the record of that. */
    @Test
    void filesOfPgFluxAreRunAndUndoneAlsoByTheNextCommand() throws Exception {
        Path directory = Files.createDirectory(home.resolve("migrations"));
        Files.writeString(
                directory.resolve("20260101_000000_000_a.sql"),
                "-- +migrate Up\nCREATE TABLE account (id bigint PRIMARY KEY, note text);\n-- +migrate Down\nDROP TABLE account;\n");
        Files.writeString(
                directory.resolve("20260102_000000_000_b.sql"),
                "CREATE INDEX CONCURRENTLY by_note ON account (note);\n");
        Files.writeString(directory.resolve("20260102_000000_000_b_undo.sql"), "DROP INDEX CONCURRENTLY by_note;\n");
        assertThat(Called.with(home, "migration", "hash", directory.toString()).err())
                .contains("which keeps their checksums in the database");
        assertThat(called("status", directory).out())
                .contains(
                        "in the form of pg-flux",
                        "20260101_000000_000_a.sql  pending, way back in 20260101_000000_000_a.sql");
        Called run = called("apply", directory, "--sample", "0");
        assertThat(run.out()).as(run.err()).contains("Done, and verified by reading again.");
        assertThat(called("status", directory).out())
                .contains("recorded in _pgflux.migrations", "way back in 20260102_000000_000_b_undo.sql");
        Path temporary = Files.createDirectories(home.resolve("tmp"));
        try (TableGate gate = new TableGate(server, database, "_pgflux.migrations")) {
            Process console = ChildJvm.start(
                    temporary,
                    Map.of("PLUMBLINE_HOME", home.resolve("killed").toString()),
                    Main.class,
                    "migration",
                    "undo",
                    directory.toString(),
                    "--dsn",
                    dsn,
                    "--sample",
                    "0",
                    "--lock-timeout",
                    "2min",
                    "--max-wait-behind",
                    "2min");
            gate.letOneThrough();
            gate.awaitWaiting();
            console.destroyForcibly();
            assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        server.await(
                database,
                "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'plumbline run%' AND datname = current_database()",
                List::isEmpty);
        assertThat(server.query(database, "SELECT relname FROM pg_class WHERE relname = 'by_note'"))
                .isEmpty();
        assertThat(called("status", directory).out()).contains("20260102_000000_000_b.sql  undone halfway");
        assertThat(called("apply", directory).out()).contains("REFUSED MIG-424");
        Called goneOn = called("undo", directory, "--sample", "0");
        assertThat(goneOn.out()).as(goneOn.err()).contains("Done, and verified by reading again.");
        assertThat(goneOn.err()).contains("was begun by an undo that stopped in it", "took effect");
        Called held = called("undo", directory, "--steps", "1", "--sample", "0");
        assertThat(held.code()).as(held.err()).isEqualTo(4);
        assertThat(held.out()).contains("error DS102");
        assertThat(held.err()).contains("Allow it with --allow 20260101_000000_000_a.sql#1.");
        Called last = called("undo", directory, "--sample", "0", "--allow", "20260101_000000_000_a.sql#1");
        assertThat(last.code()).as(last.err()).isZero();
        assertThat(server.query(database, "SELECT filename FROM _pgflux.migrations"))
                .isEmpty();
        assertThat(called("undo", directory).err()).contains("MIG-453");
    }

    @Test
    void cutsAFileIntoStatements() throws IOException {
        Path file = Files.writeString(home.resolve("a.sql"), "SELECT ';';\n-- two\nSELECT 2");
        JsonNode parts = new ObjectMapper()
                .readTree(Called.with(home, "migration", "split", file.toString(), "-o", "json")
                        .out());
        assertThat(parts.toString())
                .isEqualTo("[{\"line\":1,\"text\":\"SELECT ';'\"},{\"line\":3,\"text\":\"SELECT 2\"}]");
    }

    @Test
    void judgesWithoutADatabase() throws IOException {
        Path directory = Files.createDirectory(home.resolve("migrations"));
        Files.writeString(directory.resolve("1_a.sql"), "DROP TABLE account;\n");
        Files.writeString(directory.resolve(".atlas.hcl"), "lint {\n  modify_check {\n    error = true\n  }\n}\n");
        Called text = Called.with(home, "migration", "lint", directory.toString(), "--detailed-exitcode");
        assertThat(text.out()).contains("1_a.sql:1: error DS102 (parsed): ", ".atlas.hcl:2", "modify_check");
        assertThat(text.code()).isEqualTo(3);
        JsonNode sarif = new ObjectMapper()
                .readTree(Called.with(home, "migration", "lint", directory.toString(), "-o", "sarif")
                        .out());
        assertThat(sarif.at("/runs/0/results/0/ruleId").asText()).isEqualTo("DS102");
    }

    private Called called(String command, Path directory, String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"migration", command, directory.toString(), "--dsn", dsn}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return Called.with(home, all);
    }
}
