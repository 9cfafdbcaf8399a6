package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners changed in bulk on the command line: what changes with the owner, what is given, and what is left. */
class ReassignCommandTest {
    private final TestPostgres server = TestPostgres.newest();
    private final String database = server.freshDatabase("reassign");
    private final String other = server.freshDatabase("reassign");
    private final String old = database + "_old";
    private final String heir = database + "_heir";

    @TempDir
    private Path home;

    private void prepare() {
        server.execute(
                database,
                "CREATE ROLE " + old,
                "CREATE ROLE " + heir,
                "CREATE ROLE " + database + "_app",
                "CREATE SCHEMA ledger AUTHORIZATION " + old,
                "SET ROLE " + old,
                "CREATE TABLE ledger.bills (id serial)",
                "ALTER TABLE ledger.bills ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY mine ON ledger.bills USING (id > 0)",
                "GRANT SELECT ON ledger.bills TO " + database + "_app",
                "CREATE VIEW ledger.all_bills AS SELECT * FROM ledger.bills",
                "CREATE FUNCTION ledger.post() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
                "CREATE COLLATION ledger.plain FROM \"C\"",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA ledger GRANT SELECT ON TABLES TO " + database + "_app",
                "RESET ROLE",
                "CREATE TABLE public.shared (id int)",
                "GRANT SELECT ON public.shared TO " + old,
                "GRANT CONNECT ON DATABASE " + other + " TO " + old);
        server.execute(other, "CREATE TABLE far (id int)", "ALTER TABLE far OWNER TO " + old);
    }

    @Test
    void whatChangesWithTheOwnerAndWhatIsLeftIsSaidBeforeAndAfterThePlan() throws Exception {
        prepare();
        Called dry = call("reassign", old, heir, "--dry-run", "--prove");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out())
                .contains("What changes with the owner:")
                .contains(
                        "ledger.bills: What " + old + " granted " + database + "_app is recorded as granted by " + heir)
                .contains("ledger.post(): SECURITY DEFINER: its statements run as " + heir)
                .contains("ledger.all_bills: What the view reads is read as " + heir)
                .contains(heir + " sees every row from now on: its policies (mine) hold no owner")
                .contains(old + " sees only what its policies (mine) let it see")
                .contains("The rule of " + old + " for TABLES in schema ledger says nothing of what " + heir)
                .contains("Now → after (proved")
                .contains("Left of " + old + " after this:")
                .contains("database " + other + ": " + old + " owns 1 object")
                .contains("    table public.far")
                .contains("      ALTER COLLATION ledger.plain OWNER TO \"" + heir + "\";")
                .contains("      ALTER DEFAULT PRIVILEGES FOR ROLE \"" + heir
                        + "\" IN SCHEMA \"ledger\" GRANT SELECT ON TABLES TO \"" + database + "_app\";")
                .contains("holds or granted privileges on 1 object here");
        JsonNode json = new ObjectMapper()
                .readTree(call("reassign", old, heir, "--dry-run", "-o", "json").out());
        assertThat(json.get("plan").get("steps")).hasSize(4);
        assertThat(json.get("ownerTransfer")).isNotEmpty();
        assertThat(json.get("leftovers")).isNotEmpty();

        assertThat(call("reassign", old, heir).code())
                .as("destructive steps ask")
                .isEqualTo(4);
        Called run = call("reassign", old, heir, "--allow-destructive");
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(
                        server.query(
                                database,
                                "SELECT pg_get_userbyid(relowner) FROM pg_class WHERE relname IN ('bills', 'bills_id_seq', 'all_bills')"))
                .containsExactly(heir, heir, heir);
        assertThat(call("reassign", old, heir, "--allow-destructive").out())
                .contains("It is so already: nothing to do.")
                .contains("Left of " + old);
    }

    @Test
    void whatFollowsATableAndWhatDoesNotIsSaid() {
        prepare();
        server.execute(
                database,
                "SET ROLE " + old,
                "CREATE TABLE ledger.parts (at date) PARTITION BY RANGE (at)",
                "CREATE TABLE ledger.parts_1 PARTITION OF ledger.parts DEFAULT",
                "RESET ROLE");
        Called sequence = call("own", "sequence:ledger.bills_id_seq", heir, "--allow-destructive");
        assertThat(sequence.code()).isEqualTo(4);
        assertThat(sequence.out()).contains("belongs to a column and has the owner of its table");
        Called parts = call("own", "ledger.parts", heir, "--allow-destructive");
        assertThat(parts.code()).as(parts.out() + parts.err()).isZero();
        assertThat(parts.out())
                .contains("ledger.parts_1: The partition keeps its owner " + old
                        + ": a change of ledger.parts does not reach it.");
        assertThat(server.query(database, "SELECT pg_get_userbyid(relowner) FROM pg_class WHERE relname = 'parts_1'"))
                .containsExactly(old);
    }

    @Test
    void aChosenPartIsGivenAndAWordThatMeansNothingIsAMistake() {
        prepare();
        Called tables =
                call("own", "--all-of", old, "--to", heir, "--schema", "ledger", "--kind", "tables", "--dry-run");
        assertThat(tables.code()).as(tables.err()).isZero();
        assertThat(tables.out())
                .contains("ALTER TABLE \"ledger\".\"bills\" OWNER TO \"" + heir + "\"")
                .doesNotContain("all_bills\" OWNER", "ALTER SCHEMA");
        assertThat(call("own", "--all-of", old, "--to", heir, "--kind", "tabels", "--dry-run")
                        .code())
                .isEqualTo(2);
        assertThat(call("own", "--all-of", old, "--dry-run").code()).isEqualTo(2);
        assertThat(call("own", "--all-of", old, "--to", heir, "--schema", "nowhere", "--dry-run")
                        .code())
                .isEqualTo(2);
    }

    private Called call(String... words) {
        List<String> arguments = new ArrayList<>(List.of("access"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of(
                "--dsn",
                "postgresql://postgres:" + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port()
                        + "/" + database + "?sslmode=disable"));
        return Called.with(home, arguments.toArray(String[]::new));
    }
}
