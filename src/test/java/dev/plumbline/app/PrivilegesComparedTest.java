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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivilegesComparedTest {
    @TempDir
    Path home;

    private final TestPostgres server = TestPostgres.newest();
    private final String database = server.freshDatabase("compared");
    private final String app = database + "_app";
    private final String other = database + "_other";

    @BeforeEach
    void makeATable() {
        server.execute(
                database,
                "CREATE ROLE " + app,
                "CREATE ROLE " + other,
                "CREATE TABLE public.entries (id serial, note text)",
                "GRANT SELECT, INSERT ON public.entries TO " + app,
                "GRANT SELECT ON public.entries TO " + other);
    }

    @AfterEach
    void dropIt() {
        server.dropDatabase(database);
        server.execute("postgres", "DROP ROLE IF EXISTS " + app, "DROP ROLE " + other);
    }

    @Test
    void twoRolesBesideEachOtherShowOnlyWhatDiffers() {
        Called csv = privileges("--role", app, "--compare", other, "--kind", "relation", "--detailed-exitcode");
        assertThat(csv.code()).isEqualTo(3);
        assertThat(csv.out())
                .isEqualTo("kind,schema,name,sub,privilege,state,other_state\n"
                        + "relation,public,entries,r,INSERT,1,0\n");
        assertThat(privileges("--role", other, "--compare", app, "--kind", "relation")
                        .out())
                .endsWith("relation,public,entries,r,INSERT,0,1\n");
        Called same = privileges("--role", other, "--compare", "public", "--kind", "database", "--detailed-exitcode");
        assertThat(same.code()).isZero();
        assertThat(privileges("--compare", other).code()).isEqualTo(2);
        assertThat(privileges("--role", app, "--compare", "nobody at all").code())
                .isEqualTo(2);
    }

    @Test
    void aSnapshotComparedWithItselfIsEmptyAndAfterAGrantExactlyThat() throws Exception {
        Path file = snapshot("then.json");
        Called nothing = privileges("--against", file.toString(), "--detailed-exitcode");
        assertThat(nothing.code()).as(nothing.out() + nothing.err()).isZero();
        assertThat(nothing.out()).contains("Nothing changed.");

        assertThat(access("grant", "UPDATE", "public.entries", app).code()).isZero();
        Called granted = privileges("--against", file.toString(), "--detailed-exitcode");
        assertThat(granted.code()).isEqualTo(3);
        assertThat(granted.out().lines().skip(1))
                .containsExactly(
                        "",
                        "Grants:",
                        "  ~ " + app + " on relation public.entries  ar → arw",
                        "",
                        "Effective privileges (1 cell of the matrix):",
                        "  + " + app + " [UPDATE] on public.entries");
        assertThat(privileges("--against", file.toString(), "-o", "markdown").out())
                .contains("| ~ | " + app + " on relation public.entries | ar | arw |");
        JsonNode json = new ObjectMapper()
                .readTree(privileges("--against", file.toString(), "-o", "json").out());
        assertThat(json.get("cells").asInt()).isOne();
        assertThat(json.get("changes")).hasSize(1);
    }

    @Test
    void rolesOwnersObjectsAndMembershipsThatChangedAreTold() throws Exception {
        Path file = snapshot("then.json");
        server.execute(
                database,
                "ALTER TABLE public.entries OWNER TO " + other,
                "GRANT " + app + " TO " + other,
                "ALTER ROLE " + other + " LOGIN",
                "CREATE TABLE public.later (id int)",
                "GRANT SELECT ON public.later TO PUBLIC",
                "ALTER TABLE public.entries ENABLE ROW LEVEL SECURITY",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO " + app,
                "CREATE POLICY own ON public.entries FOR SELECT TO " + app + " USING (id > 0)");
        String told = privileges("--against", file.toString()).out();
        assertThat(told)
                .contains("  ~ " + other + "  NOLOGIN INHERIT → LOGIN INHERIT")
                .contains("  + " + other + " in " + app + ", granted by postgres  no ADMIN, INHERIT, SET")
                .contains("  + relation public.later  owned by postgres")
                .contains("  ~ relation public.entries  postgres → " + other)
                .contains("  ~ sequence public.entries_id_seq  postgres → " + other)
                .contains("  + PUBLIC on relation public.later  r")
                .contains("  + tables that postgres creates in any schema, to " + app + "  r")
                .contains("  ~ relation public.entries  no row security → row security")
                .contains("  + policy own on public.entries  permissive for SELECT to " + app)
                .contains("  + " + other + " holds the privileges of " + app)
                .doesNotContain("its owner on");
        server.execute(database, "DROP OWNED BY " + app, "DROP ROLE " + app, "CREATE ROLE " + app);
        assertThat(privileges("--against", file.toString()).out())
                .contains("  ~ " + app + "  NOLOGIN INHERIT → NOLOGIN INHERIT (dropped and made anew)")
                .contains("  - " + app + " on relation public.entries  ar");
    }

    @Test
    void whatIsCalledOtherwiseIsToldAsRenamed() throws Exception {
        Path file = snapshot("then.json");
        server.execute(
                database,
                "ALTER TABLE public.entries RENAME TO records",
                "ALTER ROLE " + other + " RENAME TO " + other + "_2");
        try {
            String told = privileges("--against", file.toString()).out();
            assertThat(told)
                    .contains("  ~ relation public.records  named public.entries → named public.records")
                    .contains("  ~ " + other + "_2  named " + other + " → named " + other + "_2")
                    .contains("  - " + other + " on relation public.records  r")
                    .contains("  + " + other + "_2 on relation public.records  r")
                    .doesNotContain(app + " on relation");
        } finally {
            server.execute("postgres", "ALTER ROLE " + other + "_2 RENAME TO " + other);
        }
    }

    @Test
    void filesThatAreNoSnapshotAreRefusedInWords() throws Exception {
        assertThat(privileges("--against", home.resolve("none.json").toString()).err())
                .contains("SNAP-404");
        assertThat(against("{\"format\": \"plumbline.snapshot\", \"version\": 4}")
                        .err())
                .contains("a newer plumbline wrote");
        assertThat(against("{\"format\": \"plumbline.snapshot\", \"version\": 1}")
                        .err())
                .contains("held no access side");
        assertThat(against("{}").err()).contains("no snapshot of plumbline");
        assertThat(against("[").err()).contains("it is no JSON");
        String whole = Files.readString(snapshot("whole.json"));
        Called broken = against(whole.replaceFirst("\"everyColumn\" : false", "\"everyColumn\" : 7"));
        assertThat(broken.code()).isOne();
        assertThat(broken.err()).contains("$.access.everyColumn").contains("SNAP-422");
        assertThat(privileges("--against", home.resolve("whole.json").toString(), "--role", app)
                        .code())
                .isEqualTo(2);
    }

    private Called against(String text) throws IOException {
        Path file = Files.writeString(home.resolve("given.json"), text);
        return privileges("--against", file.toString());
    }

    private Path snapshot(String name) throws IOException {
        Called called = Called.with(home, "snapshot", "--dsn", dsn());
        assertThat(called.code()).as(called.err()).isZero();
        return Files.writeString(home.resolve(name), called.out());
    }

    private Called privileges(String... words) {
        return called("privileges", words);
    }

    private Called access(String... words) {
        return called("access", words);
    }

    private Called called(String command, String... words) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of("--dsn", dsn()));
        return Called.with(home, arguments.toArray(String[]::new));
    }

    private String dsn() {
        return "postgresql://postgres:" + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port()
                + "/" + database + "?sslmode=disable";
    }
}
