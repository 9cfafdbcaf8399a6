package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsCommandTest {
    @TempDir
    Path home;

    /** Roles are of the whole server, and so are findings about them. */
    private static final TestPostgres SERVER = TestPostgres.apart(18);

    private final TestPostgres server = SERVER;
    private final String database = server.freshDatabase("findings");

    @BeforeEach
    void makeOneTableThatEverybodyMayWrite() {
        server.execute(
                database,
                "CREATE SCHEMA ledger",
                "CREATE TABLE ledger.\"a|b\ncode\" (id int)",
                "GRANT INSERT ON ledger.\"a|b\ncode\" TO PUBLIC",
                "CREATE TABLE ledger.guarded (id int)",
                "CREATE POLICY own ON ledger.guarded USING (id > 0)");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @AfterEach
    void dropIt() {
        server.dropDatabase(database);
    }

    @Test
    void aTableAndTheStatementsBeneathWithEveryNameMadeVisible() {
        Called called = findings();
        assertThat(called.code()).isZero();
        assertThat(called.out())
                .startsWith("   SEVERITY  CODE")
                .contains("●  high      SEC-416  Table ledger.guarded has policies (own)")
                .contains(
                        "▲  medium    SEC-418  Everybody with USAGE on its schema may change table ledger.a|b\\u{000A}code")
                .contains("SEC-416, table ledger.guarded, policy own:")
                .contains("    ALTER TABLE \"ledger\".\"guarded\" ENABLE ROW LEVEL SECURITY;")
                .contains("    REVOKE INSERT ON TABLE \"ledger\".\"a|b\\u{000A}code\" FROM PUBLIC;");
        assertThat(called.err()).contains("Findings: ").contains(" high");
    }

    @Test
    void jsonHoldsTheStatementsAsTheyMustBeRun() throws Exception {
        JsonNode list = new ObjectMapper().readTree(findings("-o", "json").out());
        JsonNode write = one(list, "SEC-418");
        assertThat(write.get("severity").asText()).isEqualTo("medium");
        assertThat(write.get("unknown").asBoolean()).isFalse();
        assertThat(write.get("fix").get(0).asText())
                .isEqualTo("REVOKE INSERT ON TABLE \"ledger\".\"a|b\ncode\" FROM PUBLIC");
        server.execute(database, write.get("fix").get(0).asText());
        assertThat(findings("-o", "json").out()).doesNotContain("SEC-418").contains("SEC-416");
    }

    @Test
    void aPageOfMarkdownKeepsItsCellsWhateverTheNames() {
        Called called = findings("-o", "markdown");
        assertThat(called.out().lines().filter(line -> line.contains("SEC-418")))
                .singleElement()
                .asString()
                .contains("ledger.a\\|b\\\\u{000A}code")
                .endsWith(" |");
    }

    @Test
    void theExitCodeTellsOnlyWhenAskedAndOnlyOfWhatIsHeavyEnough() {
        assertThat(findings("--detailed-exitcode").code()).isEqualTo(3);
        Called heavy = findings("--detailed-exitcode", "--severity", "high");
        assertThat(heavy.out()).contains("SEC-416").doesNotContain("SEC-418", "SEC-419");
        assertThat(heavy.code()).isEqualTo(3);
        server.execute(database, "DROP TABLE ledger.guarded");
        Called nothing = findings("--detailed-exitcode", "--severity", "high");
        assertThat(nothing.code()).isZero();
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("No findings.");
    }

    @Test
    void anUnknownSeverityAndAFormatItCannotAnswerInAreRefused() {
        assertThat(findings("--severity", "grave").code()).isEqualTo(2);
        assertThat(findings("-o", "csv").code()).isEqualTo(2);
    }

    private Called findings(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "findings",
                "--dsn",
                "postgresql://postgres:" + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port()
                        + "/" + database + "?sslmode=disable"));
        arguments.addAll(List.of(more));
        return Called.with(home, arguments.toArray(String[]::new));
    }

    private static JsonNode one(JsonNode list, String code) {
        List<JsonNode> found = new ArrayList<>();
        list.forEach(node -> {
            if (node.get("code").asText().equals(code)) {
                found.add(node);
            }
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
