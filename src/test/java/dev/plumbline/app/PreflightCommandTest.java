package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightCommandTest {
    private final TestPostgres server = TestPostgres.newest();
    private final String database = server.freshDatabase("preflight_command");
    private final String role = "Migrator \"1\" of " + database;
    private final String quoted = "\"" + role.replace("\"", "\"\"") + "\"";

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    PreflightCommandTest() {
        server.execute(
                database,
                "CREATE ROLE " + quoted,
                "CREATE SCHEMA shop",
                "CREATE TABLE shop.orders (id int PRIMARY KEY, word text)",
                "GRANT USAGE, CREATE ON SCHEMA shop TO " + quoted);
    }

    @Test
    void answersComeAsTextWithTheSmallestMissingGrantAndTheTlsAdvice() {
        Called called = run("--role", role, "--schema", "shop");
        assertThat(called.err()).isEmpty();
        assertThat(called.out())
                .contains("● yes  create tables, indexes on them, views")
                .contains("ALTER TABLE \"shop\".\"orders\" OWNER TO " + quoted)
                .contains("pg_event_trigger exists in no version")
                .contains("TLS ▲ sslmode disable");
        assertThat(called.out()).doesNotContain("GRANT \"pg_event_trigger\"");
        assertThat(called.code()).isZero();
        assertThat(run("--role", role, "--schema", "shop", "--detailed-exitcode")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void answersComeAsJsonAndMarkdown() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(run("--role", role, "--schema", "shop", "-o", "json").out());
        assertThat(json.get("role").asText()).isEqualTo(role);
        JsonNode alter = json.get("operations").findParents("operation").stream()
                .filter(node -> node.get("operation").asText().equals("alter-tables"))
                .findFirst()
                .orElseThrow();
        assertThat(alter.get("answer").asText()).isEqualTo("no");
        assertThat(alter.get("missing").get(0).get("sql").asText()).contains("OWNER TO");
        assertThat(run("--role", role, "--schema", "shop", "-o", "markdown").out())
                .startsWith("# May ")
                .contains("| ▲ no | alter existing tables and views | shop |");
    }

    @Test
    void theScriptRunsInPsqlAndLeavesNothingToGrant() throws IOException, InterruptedException {
        Psql psql = Psql.in(folder);
        for (String option : List.of("schema-owner", "granular", "read-only", "least")) {
            String script = run("--role", role, "--schema", "shop", "--option", option, "-o", "sql")
                    .out();
            Psql.Answer answer = psql.run(
                    server, server.superuser(), database, script, "-v", "ON_ERROR_STOP=1", "--single-transaction");
            assertThat(answer.exitCode()).as(script + answer.output()).isZero();
        }
        assertThat(run("--role", role, "--schema", "shop", "-o", "sql").out())
                .contains("nothing is missing that a grant could give")
                .doesNotContain("GRANT \"")
                .doesNotContain("SUPERUSER;");
    }

    @Test
    void migrationsAreJudgedStatementByStatement() throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(
                migrations.resolve("20260101_000000_000_a.sql"),
                "-- first\nCREATE TABLE shop.lines (id int);\nALTER TABLE shop.orders ADD COLUMN a int;\nDO 'BEGIN END';\n"
                        + "-- +migrate Down\nDROP TABLE shop.lines;\n");
        Files.writeString(migrations.resolve("20260101_000000_000_a_undo.sql"), "DROP TABLE shop.lines;");
        List<String> lines = run("--role", role, "--schema", "shop", "--migrations", migrations.toString())
                .out()
                .lines()
                .filter(line -> line.contains("_a.sql"))
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("● yes").contains("create-tables");
        assertThat(lines.get(1)).startsWith("▲ no").contains("alter-tables");
        assertThat(lines.get(2)).startsWith("? cannot tell");
        Called missing =
                run("--role", role, "--migrations", folder.resolve("nowhere").toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("MIG-404");
    }

    @Test
    void measuringContradictsNothingAndIsRefusedWhereItMustBe() {
        Called measured = run("--role", role, "--schema", "shop", "--measure");
        assertThat(measured.out()).contains("nothing measured contradicts a claim");
        assertThat(measured.code()).isZero();
        assertThat(server.query(database, "SELECT count(*) FROM pg_class WHERE relname LIKE 'plumbline_preflight%'"))
                .containsExactly("0");
        assertThat(run("--role", role, "--measure", "--read-only").code()).isEqualTo(2);
        Called resource = Called.with(home, "preflight", "--database", "billing", "--measure");
        assertThat(resource.err()).contains("only with --dsn");
        assertThat(resource.code()).isEqualTo(2);
    }

    @Test
    void aRoleThatIsNotThereGetsAScriptButNoAnswers() {
        assertThat(run("--role", "nobody here").code()).isEqualTo(2);
        assertThat(run("--role", "nobody here", "-o", "sql").out())
                .contains("CREATE ROLE \"nobody here\" LOGIN")
                .contains("\\password nobody here");
    }

    private Called run(String... arguments) {
        String dsn = "postgresql://" + server.superuser() + ":"
                + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
                + "?sslmode=disable";
        return Called.with(
                home,
                Stream.concat(Stream.of("preflight", "--dsn", dsn), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
