package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.IgnoreDifferences;
import dev.plumbline.operation.StructurePair;
import dev.plumbline.operation.structure.SideChoice;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final TestPostgres server = TestPostgres.major(17);
    private final String database = server.freshDatabase("diffed");
    private final String dsn = "postgresql://" + server.superuser() + ":"
            + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
            + "?sslmode=disable";

    @AfterEach
    void dropIt() {
        server.dropDatabase(database);
    }

    @Test
    void aSnapshotThatSomebodyChangedMakesNoScript() throws IOException {
        server.execute(database, "CREATE TABLE kept (id int CONSTRAINT positive CHECK (id > 0))");
        String honest = Called.with(home, "snapshot", "--dsn", dsn).out();
        server.execute(database, "ALTER TABLE kept DROP CONSTRAINT positive");
        Path file = home.resolve("snapshot.json");
        for (String hostile : new String[] {"; DROP ROLE y; --", "\\n\\\\! true"}) {
            Files.writeString(file, honest.replace("CHECK ((id > 0))", "CHECK ((id > 0))" + hostile));
            Called called = Called.with(home, "diff", dsn, file.toString(), "-o", "sql");
            assertThat(called.code()).as(called.out()).isEqualTo(1);
            assertThat(called.out()).isEmpty();
            assertThat(called.err()).contains("STR-403");
        }
        Files.writeString(file, honest);
        assertThat(Called.with(home, "diff", dsn, file.toString(), "-o", "sql").out())
                .contains("ADD CONSTRAINT \"positive\" CHECK ((id > 0))");
    }

    @Test
    void aDatabaseItsSnapshotAndItsSqlAreTheSame() throws IOException {
        String sql =
                "CREATE SCHEMA ledger;\nCREATE TABLE ledger.entry (id int PRIMARY KEY, note text DEFAULT 'none');\n"
                        + "CREATE VIEW ledger.notes AS SELECT note FROM ledger.entry;\n";
        server.execute(database, sql);
        Path file = Files.writeString(home.resolve("schema.sql"), sql);
        Path folder = Files.createDirectories(home.resolve("schema/tables"));
        Files.writeString(
                folder.resolve("entry.sql"),
                sql.lines().skip(1).limit(1).toList().get(0));
        Files.createDirectories(home.resolve("schema/a_views"));
        Files.writeString(
                home.resolve("schema/a_views/notes.sql"),
                sql.lines().skip(2).toList().get(0));
        Files.writeString(home.resolve("schema/z.sql"), "CREATE SCHEMA ledger;");
        Called taken = Called.with(home, "snapshot", "--dsn", dsn);
        assertThat(taken.code()).as(taken.err()).isZero();
        Path snapshot = Files.writeString(home.resolve("snapshot.json"), taken.out());
        for (String from : new String[] {
            dsn, snapshot.toString(), file.toString(), home.resolve("schema").toString()
        }) {
            for (String to : new String[] {dsn, snapshot.toString(), file.toString()}) {
                Called called = Called.with(home, "diff", from, to, "--detailed-exitcode");
                assertThat(called.code())
                        .as(from + " " + to + called.out() + called.err())
                        .isZero();
                assertThat(called.out()).contains("No difference");
            }
        }
    }

    @Test
    void theScriptTurnsOneIntoTheOther() throws Exception {
        server.execute(
                database,
                "CREATE TABLE entry (id int PRIMARY KEY, old text)",
                "CREATE VIEW ids AS SELECT id FROM entry");
        Path file = Files.writeString(
                home.resolve("schema.sql"),
                "CREATE TABLE entry (id bigint PRIMARY KEY, note text NOT NULL DEFAULT 'none'); CREATE INDEX ON entry (note);"
                        + " CREATE VIEW ids AS SELECT id FROM entry;");
        Called script = Called.with(home, "diff", dsn, file.toString(), "-o", "sql", "--detailed-exitcode");
        assertThat(script.code()).as(script.err()).isEqualTo(3);
        Psql.Answer run = Psql.in(home).run(server, server.superuser(), database, script.out());
        assertThat(run.exitCode()).as(run.output() + script.out()).isZero();
        Called after = Called.with(home, "diff", dsn, file.toString(), "--detailed-exitcode");
        assertThat(after.out()).as(after.out()).contains("No difference");
        Psql.Answer again = Psql.in(home).run(server, server.superuser(), database, script.out());
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.output()).contains("is not what it was", "Nothing was changed.");
        Psql.Answer elsewhere = Psql.in(home).run(server, server.superuser(), "postgres", script.out());
        assertThat(elsewhere.output()).contains("This script is for database " + database);
        assertThat(script.out()).contains("-- It changes nothing unless it runs in database " + database);
    }

    @Test
    void tellsWhatDiffersAndOnWhichServerTheSqlRan() throws IOException {
        server.execute(database, "CREATE TABLE entry (id int)");
        Path file = Files.writeString(
                home.resolve("schema.sql"), "CREATE TABLE entry (id bigint); GRANT SELECT ON entry TO app;");
        Called called = Called.alone(home, "diff", dsn, file.toString(), "--detailed-exitcode", "-o", "json");
        assertThat(called.code()).as(called.err()).isEqualTo(3);
        JsonNode node = new ObjectMapper().readTree(called.out());
        assertThat(node.get("to").asText()).endsWith("schema.sql (on PostgreSQL 17)");
        assertThat(node.get("differences")).hasSize(1);
        assertThat(node.get("differences")
                        .get(0)
                        .get("properties")
                        .get(0)
                        .get("to")
                        .asText())
                .isEqualTo("bigint");
        assertThat(node.get("notes").get(0).asText())
                .startsWith("to: Roles made for it")
                .endsWith("app.");
        Called wrong =
                Called.with(home, "diff", dsn, home.resolve("nowhere.sql").toString());
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("no such file or folder");
    }

    @Test
    void ownersAndPrivilegesAreLayersOfTheirOwn() throws IOException {
        Path from = Files.writeString(
                home.resolve("from.sql"),
                "CREATE TABLE entry (id int, note text); ALTER TABLE entry OWNER TO one; GRANT SELECT ON entry TO app;"
                        + " GRANT UPDATE (note) ON entry TO app; CREATE FUNCTION f(a int, OUT b int) LANGUAGE sql AS 'SELECT 1';");
        Path to = Files.writeString(
                home.resolve("to.sql"),
                "CREATE TABLE entry (id bigint, note text); ALTER TABLE entry OWNER TO two; GRANT SELECT, INSERT ON entry TO app;"
                        + " CREATE FUNCTION f(a int, OUT b int) LANGUAGE sql AS 'SELECT 1'; REVOKE EXECUTE ON FUNCTION f FROM PUBLIC;");
        assertThat(changed(from, to, "structure")).containsExactly("id type structure");
        assertThat(changed(from, to, "ownership")).containsExactly("entry owner ownership");
        assertThat(changed(from, to, "privileges"))
                .containsExactly(
                        "entry privileges privileges",
                        "f(integer) privileges privileges",
                        "note privileges privileges");
        assertThat(changed(from, to, "structure,ownership,privileges")).hasSize(5);
        Called markdown =
                Called.with(home, "diff", from.toString(), to.toString(), "--layers", "privileges", "-o", "markdown");
        assertThat(markdown.out()).contains("# Differences", "app=ar", "3 differences", "PUBLIC=X");
    }

    private java.util.List<String> changed(Path from, Path to, String layers) throws IOException {
        Called called = Called.with(home, "diff", from.toString(), to.toString(), "--layers", layers, "-o", "json");
        assertThat(called.code()).as(called.err()).isZero();
        java.util.List<String> changed = new java.util.ArrayList<>();
        for (JsonNode difference : new ObjectMapper().readTree(called.out()).get("differences")) {
            difference
                    .get("properties")
                    .forEach(property -> changed.add(difference.get("name").asText() + " "
                            + property.get("property").asText() + " "
                            + property.get("layer").asText()));
        }
        return changed;
    }

    @Test
    void aLiveDatabaseIsTheSameAsItsSnapshotInEveryLayer() throws IOException {
        server.execute(
                database,
                "CREATE SCHEMA s",
                "CREATE TABLE s.t (a int, b text)",
                "GRANT SELECT ON s.t TO PUBLIC",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO PUBLIC");
        Path snapshot = Files.writeString(
                home.resolve("s.json"),
                Called.with(home, "snapshot", "--dsn", dsn).out());
        String all = "structure,ownership,privileges";
        Called same = Called.with(home, "diff", dsn, snapshot.toString(), "--layers", all, "--detailed-exitcode");
        assertThat(same.code()).as(same.out()).isZero();
        server.execute(database, "ALTER DEFAULT PRIVILEGES IN SCHEMA s REVOKE SELECT ON TABLES FROM PUBLIC");
        Called other = Called.with(home, "diff", dsn, snapshot.toString(), "--layers", all, "--detailed-exitcode");
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.out()).contains("default privileges: – → for postgres on TABLES: PUBLIC=r");
    }

    @Test
    void whatIsIgnoredIsLeftOutAndSaysSo() throws Exception {
        server.execute(database, "CREATE TABLE entry (id int, extra int)", "CREATE INDEX by_hand ON entry (id)");
        Path file = Files.writeString(home.resolve("schema.sql"), "CREATE TABLE entry (id bigint);");
        try (Wiring wiring = new Wiring(
                java.util.Optional::empty,
                java.util.Map.of("PLUMBLINE_HOME", home.toString()),
                home,
                java.time.Clock.systemUTC())) {
            StructurePair pair = wiring.operations()
                    .structures()
                    .read(
                            new SideChoice.Text(file.toString()),
                            new SideChoice.Text(dsn),
                            java.util.List.of(),
                            true,
                            new CancelToken(),
                            Progress.NONE);
            DifferenceRow extra = pair.rows().stream()
                    .filter(row -> row.shown().endsWith("entry.extra"))
                    .findFirst()
                    .orElseThrow();
            IgnoreDifferences.Judged judged = wiring.operations().ignored().ignore(pair, extra, "kept for the audit");
            assertThat(judged.of(extra)).isPresent();
        }
        Called called = Called.with(home, "diff", dsn, file.toString(), "--detailed-exitcode");
        assertThat(called.code()).isEqualTo(3);
        assertThat(called.out()).contains("column public.entry.id").doesNotContain("extra");
        assertThat(called.err()).contains("1 ignored: column public.entry.extra. --show-ignored tells why.");
        Called shown = Called.with(home, "diff", dsn, file.toString(), "--show-ignored");
        assertThat(shown.err()).contains("column public.entry.extra  ignored by", "kept for the audit");
        JsonNode node = new ObjectMapper()
                .readTree(Called.with(home, "diff", dsn, file.toString(), "-o", "json")
                        .out());
        assertThat(node.get("ignored").get(0).get("reason").asText()).isEqualTo("kept for the audit");
        Called script = Called.with(home, "diff", dsn, file.toString(), "-o", "sql");
        assertThat(script.out())
                .contains("-- NOT IN THIS SCRIPT: 1 ignored: column public.entry.extra", "TYPE bigint", "DROP INDEX")
                .doesNotContain("DROP COLUMN");
        Psql.Answer run = Psql.in(home).run(server, server.superuser(), database, script.out());
        assertThat(run.exitCode()).as(run.output() + script.out()).isZero();
        Called after = Called.with(home, "diff", dsn, file.toString(), "--detailed-exitcode");
        assertThat(after.code()).as(after.out()).isZero();
        assertThat(after.err()).contains("1 ignored");
    }
}
