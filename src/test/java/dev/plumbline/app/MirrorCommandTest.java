package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reverse rules of a creator, and the grants on what is older than its rules. */
class MirrorCommandTest {
    private final TestPostgres server = TestPostgres.newest();
    private final String database = server.freshDatabase("mirror");
    private final String maker = database + "_maker";
    private final String app = database + "_app";

    @TempDir
    private Path home;

    @BeforeEach
    void prepare() {
        server.execute(
                database,
                "CREATE ROLE " + maker,
                "CREATE ROLE " + app,
                "CREATE SCHEMA ledger AUTHORIZATION " + maker,
                "GRANT USAGE, CREATE ON SCHEMA ledger TO " + app,
                "CREATE SCHEMA side AUTHORIZATION " + maker,
                "SET ROLE " + maker,
                "CREATE TABLE ledger.old (id int)",
                "CREATE TABLE side.old (id int)",
                "GRANT INSERT ON ledger.old TO " + app,
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO " + app,
                "ALTER DEFAULT PRIVILEGES IN SCHEMA ledger GRANT INSERT, UPDATE ON TABLES TO " + app,
                "RESET ROLE");
    }

    @Test
    void theReversePairIsMadeOnce() {
        Called dry = call("--mirror", maker, "--schema", "ledger", "--dry-run", "--prove");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out())
                .contains("ALTER DEFAULT PRIVILEGES FOR ROLE \"" + app
                        + "\" IN SCHEMA \"ledger\" GRANT INSERT, UPDATE ON TABLES TO \"" + maker + "\"")
                .contains("Now → after (proved");
        assertThat(call("--mirror", maker, "--schema", "ledger").code()).isZero();
        assertThat(call("--mirror", maker, "--schema", "ledger").out()).contains("It is so already: nothing to do.");
        server.execute(database, "SET ROLE " + app, "CREATE TABLE ledger.fresh (id int)", "RESET ROLE");
        assertThat(server.query(database, "SELECT has_table_privilege('" + maker + "', 'ledger.fresh', 'INSERT')"))
                .containsExactly("t");
    }

    @Test
    void whatIsOlderThanTheRulesIsGrantedInAGroupOfItsOwn() throws Exception {
        JsonNode plan = new ObjectMapper()
                .readTree(call("--backfill", maker, "--dry-run", "-o", "json").out())
                .get("plan");
        assertThat(plan.get("steps")).hasSize(2);
        plan.get("steps").forEach(step -> assertThat(step.get("group").asText()).isEqualTo("BACKFILL"));
        Called run = call("--backfill", maker);
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("GRANT SELECT, UPDATE ON TABLE \"ledger\".\"old\" TO \"" + app + "\"")
                .contains("GRANT SELECT ON TABLE \"side\".\"old\" TO \"" + app + "\"")
                .contains("Done, and verified by reading again.");
        assertThat(call("--backfill", maker).out()).contains("It is so already: nothing to do.");
    }

    @Test
    void aRoleThatIsNotThereIsAMistake() {
        assertThat(call("--mirror", "nobody_here", "--dry-run").code()).isEqualTo(2);
        assertThat(call("--schema", "ledger").code()).isEqualTo(2);
        assertThat(call("--backfill", maker, "--schema", "nowhere", "--dry-run").code())
                .isEqualTo(2);
    }

    private Called call(String... words) {
        List<String> arguments = new ArrayList<>(List.of("default-privileges"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of(
                "--dsn",
                "postgresql://postgres:" + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port()
                        + "/" + database + "?sslmode=disable"));
        return Called.with(home, arguments.toArray(String[]::new));
    }
}
