package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final TestPostgres server = TestPostgres.major(17);
    private final String database = server.freshDatabase("folder");
    private final String dsn = "postgresql://" + server.superuser() + ":"
            + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
            + "?sslmode=disable";

    @BeforeEach
    void declare() throws IOException {
        server.execute(
                database,
                "CREATE EXTENSION citext",
                "CREATE SCHEMA _pgflux",
                "CREATE TABLE _pgflux.migrations (filename text)",
                "CREATE TABLE a (id int PRIMARY KEY, note text)",
                "CREATE TABLE b (id int)",
                "CREATE VIEW v AS SELECT id FROM a",
                "CREATE SEQUENCE s",
                "CREATE TYPE span AS RANGE (subtype = int4)");
        write("types/span.sql", "CREATE TYPE span AS RANGE (subtype = int4);");
        write("tables/a.sql", "CREATE TABLE a (id int PRIMARY KEY, note text);");
        write("tables/b.sql", "CREATE TABLE b (id int);");
        write("extensions/citext.sql", "CREATE EXTENSION citext;");
        write("views/v.sql", "CREATE VIEW v AS SELECT id FROM a;");
        write("sequences/s.sql", "CREATE SEQUENCE s;");
        write("_pulled/new.sql", "CREATE TABLE not_looked_at_yet (id int);");
    }

    @AfterEach
    void dropIt() {
        server.dropDatabase(database);
    }

    @Test
    void nothingIsToldWhereNothingDiffers() {
        Called drift = call("drift", "--detailed-exitcode");
        assertThat(drift.code()).as(drift.err()).isZero();
        assertThat(drift.out()).isEqualTo("No drift.\n");
        assertThat(drift.err()).contains("_pulled/new.sql");
        assertThat(call("drift", "-o", "json").out().replaceAll("\\s", ""))
                .isEqualTo("{\"is_drift\":false,\"differences\":null}");
        assertThat(call("verify", "--strict").out())
                .isEqualTo("verify: clean — every live object is declared in source.\n");
    }

    @Test
    void driftIsToldInTheWordsOfPgFlux() throws IOException {
        server.execute(database, "ALTER TABLE a ALTER note SET NOT NULL, ADD extra int", "CREATE INDEX ON a (note)");
        Called drift = call("drift", "--detailed-exitcode");
        assertThat(drift.code()).isEqualTo(3);
        assertThat(drift.out().lines())
                .containsExactlyInAnyOrder(
                        "DROP_COLUMN public.a.extra: column",
                        "DROP_NOT_NULL public.a.note: not null: yes → –",
                        "DROP_INDEX public.a.a_note_idx: index");
        JsonNode json = new ObjectMapper().readTree(call("drift", "-o", "json").out());
        assertThat(json.get("is_drift").asBoolean()).isTrue();
        assertThat(json.get("differences").get(0).fieldNames())
                .toIterable()
                .containsExactly("object_type", "object_name", "change_type", "details");
        Called verify = call("verify", "--strict");
        assertThat(verify.code()).isEqualTo(4);
        assertThat(verify.out())
                .isEqualTo("verify: 1 undeclared live object(s):\n  Indexes (1):\n    - public.a.a_note_idx\n");
        assertThat(call("verify").code()).isZero();
    }

    @Test
    void anotherFolderIsTakenForAMistake() throws IOException {
        write("../other/t.sql", "CREATE TABLE a (id int PRIMARY KEY, note text);");
        Called drift = Called.with(
                home,
                "drift",
                "--dsn",
                dsn,
                "--schema-dir",
                home.resolve("other").toString());
        assertThat(drift.code()).isEqualTo(4);
        assertThat(drift.err()).contains("refusing to plan: 3 of 4 live objects (75%) would be dropped");
        Called nowhere = call("drift", "--schemas", "nowhere");
        assertThat(nowhere.out()).isEqualTo("No drift.\n");
        assertThat(nowhere.err()).contains("There is no schema \"nowhere\"");
    }

    @Test
    void whatIsDumpedDeclaresTheDatabase() {
        server.execute(
                database,
                "CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%')",
                "CREATE RULE none AS ON DELETE TO v DO INSTEAD NOTHING");
        for (String layout : new String[] {"per-kind", "flat"}) {
            String out = home.resolve("dumped-" + layout).toString();
            Called dump = Called.with(home, "dump", "--dsn", dsn, "--out", out, "--layout", layout);
            assertThat(dump.code()).as(dump.err()).isZero();
            if (layout.equals("per-kind")) {
                assertThat(Path.of(out, "tables/public.mail.sql")).doesNotExist();
                assertThat(Path.of(out, "types/public.mail.sql")).content().contains("CREATE DOMAIN", "ADD CONSTRAINT");
                assertThat(Path.of(out, "views/public.v.sql")).content().contains("CREATE VIEW", "CREATE RULE");
            }
            Called drift = Called.with(home, "drift", "--dsn", dsn, "--schema-dir", out);
            assertThat(drift.out()).as(drift.err()).isEqualTo("No drift.\n");
            assertThat(Called.with(home, "dump", "--dsn", dsn, "--out", out).code())
                    .isEqualTo(1);
        }
        assertThat(home.resolve("dumped-per-kind/tables/public.a.sql")).isRegularFile();
        assertThat(home.resolve("dumped-flat/tables.public.a.sql")).isRegularFile();
    }

    @Test
    void inspectShowsWhatIsThere() throws IOException {
        Called counts = Called.with(home, "inspect", "--dsn", dsn, "--summary", "--type", "table,view");
        assertThat(counts.out()).isEqualTo("      3  tables\n      1  view\n");
        Called one = Called.with(home, "inspect", "--dsn", dsn, "--object", "public.a.*", "--type", "column");
        assertThat(one.out())
                .contains("column public.a.note\n", "      type: text\n")
                .doesNotContain("public.b");
        Path out = home.resolve("out.json");
        assertThat(Called.with(home, "inspect", "--dsn", dsn, "-o", "json", "--out", out.toString())
                        .out())
                .isEmpty();
        assertThat(new ObjectMapper().readTree(Files.readString(out)).get("things"))
                .isNotEmpty();
        assertThat(Called.with(home, "inspect", "--dsn", dsn, "--out", out.toString())
                        .code())
                .isEqualTo(1);
    }

    private Called call(String command, String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = command;
        arguments[1] = "--dsn";
        arguments[2] = dsn;
        arguments[3] = "--schema-dir";
        arguments[4] = home.resolve("schema").toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Called.with(home, arguments);
    }

    private void write(String name, String sql) throws IOException {
        Path file = home.resolve("schema").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
    }
}
