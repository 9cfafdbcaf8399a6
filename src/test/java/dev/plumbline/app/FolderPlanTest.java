package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan}, {@code apply}, {@code pull} and {@code inspect --tracking}, as a person calls them. */
class FolderPlanTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final TestPostgres server = TestPostgres.major(17);
    private final String database = server.freshDatabase("planned");
    private final String dsn = "postgresql://" + server.superuser() + ":"
            + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
            + "?sslmode=disable";

    @BeforeEach
    void declare() throws IOException {
        server.execute(
                database,
                "CREATE TABLE a (id int PRIMARY KEY, note text, old text)",
                "CREATE TABLE b (id int)",
                "CREATE VIEW v AS SELECT id FROM a",
                "CREATE SEQUENCE s",
                "INSERT INTO a VALUES (1, 'x', 'y')");
        write("schema/a.sql", "CREATE TABLE a (id int PRIMARY KEY, note text NOT NULL);");
        write("schema/b.sql", "CREATE TABLE b (id int);");
        write("schema/v.sql", "CREATE VIEW v AS SELECT id FROM a;");
        write("schema/s.sql", "CREATE SEQUENCE s; CREATE INDEX by_note ON a (note);");
    }

    @AfterEach
    void dropIt() {
        server.dropDatabase(database);
    }

    @Test
    void thePlanIsToldAndNothingIsChanged() throws IOException {
        Called refused = call("plan");
        assertThat(refused.code()).as(refused.err()).isEqualTo(4);
        assertThat(refused.out())
                .contains("source_hash=", "live_hash=")
                .contains("(held back: --allow drop-column-public.a.old)", "[HAZARD DATA_LOSS]")
                .contains("CREATE INDEX CONCURRENTLY \"by_note\"")
                .contains("counted before: no rows without a value")
                .contains("Blocking hazards present");
        assertThat(call("plan", "--allow-hazards", "DATA_LOSS").code()).isZero();
        assertThat(call("plan", "--without", "drop-column-public.a.old", "--detailed-exitcode")
                        .code())
                .isEqualTo(3);
        assertThat(call("plan", "--allow-hazards", "NONSENSE").code()).isEqualTo(2);
        assertThat(call("plan", "--allow", "drop-table-public.x").err()).contains("no step drop-table-public.x");
        assertThat(Called.with(home, "plan").code()).isEqualTo(2);
        assertThat(columns()).containsExactly("id", "note", "old");
    }

    @Test
    void thePlanIsAlsoInTheJsonOfPgFlux() throws IOException {
        JsonNode json = json(call("plan", "-o", "json"));
        assertThat(json.fieldNames())
                .toIterable()
                .startsWith(
                        "version",
                        "generated_at",
                        "source_schema_hash",
                        "live_schema_hash",
                        "has_blocking_hazards",
                        "statements");
        assertThat(json.get("version").asText()).isEqualTo("1.0.0");
        assertThat(json.get("generated_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(json.get("source_schema_hash").asText())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(json.get("live_schema_hash").asText());
        assertThat(json.get("has_blocking_hazards").asBoolean()).isTrue();
        List<String> operations = new ArrayList<>();
        for (JsonNode statement : json.get("statements")) {
            operations.add(statement.get("operation_type").asText() + " "
                    + statement.get("object_name").asText() + " "
                    + statement.get("is_concurrent").asBoolean() + " "
                    + statement.get("lock_timeout_ms").asInt());
        }
        assertThat(operations)
                .containsExactlyInAnyOrder(
                        "DROP_COLUMN public.a.old false 3000",
                        "STAGED_NOT_NULL_ADD_CONSTRAINT public.a.note false 3000",
                        "STAGED_NOT_NULL_VALIDATE public.a.note false 3000",
                        "SET_NOT_NULL public.a.note false 3000",
                        "STAGED_NOT_NULL_DROP_CONSTRAINT public.a.note false 3000",
                        "CREATE_INDEX public.a.by_note true 600000");
        JsonNode drop = json.get("statements").get(0);
        assertThat(drop.get("id").asInt()).isEqualTo(1);
        assertThat(drop.get("hazards").get(0).get("type").asText()).isEqualTo("DATA_LOSS");
        assertThat(drop.get("hazards").get(0).get("severity").asText()).isEqualTo("blocking");
        JsonNode allowed = json(call("plan", "-o", "json", "--allow-hazards", "DATA_LOSS"));
        assertThat(allowed.get("has_blocking_hazards").asBoolean()).isFalse();
    }

    @Test
    void applyRunsThatPlanAndASecondOneIsEmpty() throws IOException {
        Called held = call("apply");
        assertThat(held.code()).isEqualTo(4);
        assertThat(held.err()).contains("Nothing was run.");
        assertThat(call("apply", "--allow-hazards", "DATA_LOSS", "--dry-run").code())
                .isZero();
        Called wrong = call("apply", "--allow-hazards", "DATA_LOSS", "--confirm", "another");
        assertThat(wrong.code()).as(wrong.err()).isEqualTo(4);
        assertThat(wrong.err()).contains("\"another\" was typed");
        assertThat(call("apply", "--allow-hazards", "DATA_LOSS", "--read-only").code())
                .isEqualTo(4);
        assertThat(columns()).containsExactly("id", "note", "old");
        Called applied =
                call("apply", "--allow-hazards", "DATA_LOSS", "--confirm", database, "--statement-timeout", "2min");
        assertThat(applied.code()).as(applied.out() + applied.err()).isZero();
        assertThat(applied.out()).contains("Done, and verified by reading again. Journal: ");
        assertThat(columns()).containsExactly("id", "note");
        Called again = call("apply", "--detailed-exitcode");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("Nothing to do.");
        JsonNode same = json(call("plan", "-o", "json"));
        assertThat(same.get("source_schema_hash")).isEqualTo(same.get("live_schema_hash"));
        assertThat(call("drift").out()).isEqualTo("No drift.\n");
        assertThat(server.query(
                        database,
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                                + " (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .containsExactly("0");
    }

    @Test
    void rowsThatWouldBreakAStepAndWhatIsNotComparedKeepItFromRunning() throws IOException {
        server.execute(database, "INSERT INTO a VALUES (2, NULL, NULL)");
        Called rows = call("apply", "--allow-hazards", "DATA_LOSS");
        assertThat(rows.code()).isEqualTo(4);
        assertThat(rows.out()).contains("REFUSED step ", "there is 1 row without a value");
        server.execute(database, "DELETE FROM a WHERE note IS NULL", "CREATE FOREIGN DATA WRAPPER w");
        Called unplanned = call("apply", "--allow-hazards", "DATA_LOSS");
        assertThat(unplanned.code()).isEqualTo(4);
        assertThat(unplanned.out()).contains("Not planned: ", "not compared");
        Called left = call("apply", "--allow-hazards", "DATA_LOSS", "--leave-unplanned");
        assertThat(left.code()).as(left.out() + left.err()).isZero();
    }

    @Test
    void aFolderOfAnotherDatabaseIsTakenForAMistake() throws IOException {
        Called guarded = Called.with(
                home,
                "apply",
                "--dsn",
                dsn,
                "--schema-dir",
                write("other/t.sql", "CREATE TABLE a (id int PRIMARY KEY, note text, old text);")
                        .toString(),
                "--allow-hazards",
                "DATA_LOSS");
        assertThat(guarded.code()).isEqualTo(4);
        assertThat(guarded.err()).contains("refusing to plan: 3 of 4 live objects (75%) would be dropped");
        assertThat(guarded.out()).isEmpty();
    }

    @Test
    void whatMayBeRenamedIsToldBeforeTheGuardRefusesToDropIt() throws IOException {
        String renamed = server.freshDatabase("renamed");
        server.execute(
                renamed,
                "CREATE TABLE \"x\"\"; DROP ROLE y; --\" (id int)",
                "INSERT INTO \"x\"\"; DROP ROLE y; --\" VALUES (1)");
        String folder = write("renamed/t.sql", "CREATE TABLE z (id int);").toString();
        String to = dsn.replace("/" + database + "?", "/" + renamed + "?");
        Called guarded = Called.with(home, "plan", "--dsn", to, "--schema-dir", folder);
        assertThat(guarded.code()).isEqualTo(4);
        assertThat(guarded.err()).contains("refusing to plan: ");
        String offer = guarded.err()
                .lines()
                .filter(line -> line.contains("if so: --rename '"))
                .findFirst()
                .orElseThrow();
        String accepted = offer.substring(offer.indexOf('\'') + 1, offer.lastIndexOf('\''));
        Called applied = Called.with(home, "apply", "--dsn", to, "--schema-dir", folder, "--rename", accepted);
        assertThat(applied.code()).as(applied.out() + applied.err()).isZero();
        assertThat(server.query(renamed, "SELECT id || '' FROM z")).containsExactly("1");
        server.dropDatabase(renamed);
    }

    @Test
    void sqlThatTheServerRefusesIsToldByFileAndLineAndNothingIsPlanned() throws IOException {
        write("schema/broken.sql", "-- a comment\n\nCREATE TABEL c (id int);");
        for (String command : new String[] {"plan", "apply", "drift", "verify", "pull"}) {
            Called called = call(command);
            assertThat(called.code()).as(command).isEqualTo(1);
            assertThat(called.out()).isEmpty();
            assertThat(called.err())
                    .contains("broken.sql:3", "CREATE TABEL c", "syntax error at or near \"TABEL\"", "42601");
        }
        assertThat(columns()).containsExactly("id", "note", "old");
    }

    @Test
    void pullWritesWhatIsNowhereDeclared() throws IOException {
        server.execute(
                database,
                "CREATE TYPE mood AS ENUM ('sad')",
                "CREATE TABLE extra (id int PRIMARY KEY, m mood, a_id int REFERENCES a)",
                "CREATE VIEW extras AS SELECT id FROM extra",
                "CREATE INDEX ON b (id)");
        Called dry = call("pull");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out())
                .startsWith("-- plumbline pull (quarantine)")
                .contains("CREATE TYPE \"public\".\"mood\"", "CREATE TABLE \"public\".\"extra\"", "b_id_idx")
                .contains("ADD COLUMN \"old\" text");
        assertThat(home.resolve("schema/_pulled")).doesNotExist();
        Called written = call("pull", "--dry-run=false");
        assertThat(written.out()).matches("Wrote \\d+ object\\(s\\) to .*_pulled/\\d{8}_\\d{6}_pulled\\.sql\n");
        Path file;
        try (Stream<Path> files = Files.list(home.resolve("schema/_pulled"))) {
            file = files.findFirst().orElseThrow();
        }
        assertThat(call("verify").out()).contains("- public.extra\n");
        Files.move(file, home.resolve("schema/zz_pulled.sql"));
        Called verify = call("verify", "--strict");
        assertThat(verify.out()).as(verify.err()).startsWith("verify: clean");
        Called nothing = call("pull");
        assertThat(nothing.out()).isEqualTo("pull: every live object is declared in source.\n");
    }

    @Test
    void theTrackingTableIsReadBesideTheFiles() throws IOException {
        Called none = Called.with(home, "inspect", "--dsn", dsn, "--tracking");
        assertThat(none.out()).isEqualTo("No migrations.\n");
        assertThat(none.err()).contains("There is no table _pgflux.migrations");
        Path files = home.resolve("migrations");
        write("migrations/20260101_000000_001_one.sql", "CREATE TABLE one (id int);\n");
        write("migrations/20260101_000000_002_two.sql", "CREATE TABLE two (id int);\n-- edited since\n");
        write("migrations/20260101_000000_002_two_undo.sql", "DROP TABLE two;\n");
        write(
                "migrations/three.sql",
                "-- +migrate Up\nCREATE TABLE three (id int);\n-- +migrate Down\nDROP TABLE three;\n");
        server.execute(
                database,
                "CREATE SCHEMA _pgflux",
                "CREATE TABLE _pgflux.migrations (filename text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now(),"
                        + " checksum text NOT NULL)",
                "INSERT INTO _pgflux.migrations VALUES ('20260101_000000_001_one.sql', '2026-01-02 03:04:05+00',"
                        + " encode(sha256('CREATE TABLE one (id int);\n'), 'hex')),"
                        + " ('20260101_000000_002_two.sql', now(), 'other'), ('gone.sql', now(), 'x')");
        JsonNode json = json(Called.with(
                home, "inspect", "--dsn", dsn, "--tracking", "--migrations-dir", files.toString(), "-o", "json"));
        List<String> told = new ArrayList<>();
        json.get("migrations")
                .forEach(row -> told.add(row.get("status").asText() + " "
                        + row.get("file").asText() + " " + row.get("down").asText()));
        assertThat(told)
                .containsExactly(
                        "applied 20260101_000000_001_one.sql false",
                        "changed 20260101_000000_002_two.sql true",
                        "missing gone.sql null",
                        "pending three.sql true");
        Called text = Called.with(
                home,
                "inspect",
                "--dsn",
                dsn,
                "--tracking",
                "--migrations-dir",
                files.toString(),
                "--detailed-exitcode");
        assertThat(text.code()).isEqualTo(3);
        assertThat(text.out())
                .contains("STATUS", "FILENAME", "APPLIED AT", "DOWN")
                .contains("2026-01-02T03:04:05Z");
        assertThat(text.err()).contains("three.sql is not called as pg-flux");
        server.execute(
                database,
                "DROP TABLE _pgflux.migrations",
                "CREATE VIEW _pgflux.migrations AS SELECT CAST('a' AS text) AS filename, now() AS applied_at, CAST('b' AS text) AS checksum");
        Called view = Called.with(home, "inspect", "--dsn", dsn, "--tracking");
        assertThat(view.code()).isEqualTo(1);
        assertThat(view.err()).contains("TRK-403", "is not the table that pg-flux makes");
    }

    private List<String> columns() {
        return server.query(
                database,
                "SELECT attname FROM pg_attribute WHERE attrelid = 'a'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
    }

    private static JsonNode json(Called called) throws IOException {
        return new ObjectMapper().readTree(called.out());
    }

    private Called call(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command, "--dsn", dsn, "--schema-dir", home.resolve("schema").toString()));
        arguments.addAll(List.of(more));
        return Called.with(home, arguments.toArray(String[]::new));
    }

    private Path write(String name, String sql) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, sql);
    }
}
