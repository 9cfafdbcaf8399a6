package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessCommandTest {
    @TempDir
    Path home;

    private final TestPostgres server = TestPostgres.newest();
    private final String database = server.freshDatabase("accessed");

    @BeforeEach
    void makeATable() {
        server.execute(
                database,
                "CREATE ROLE " + database + "_app",
                "CREATE TABLE public.entries (id serial)",
                "CREATE TABLE public.\"a|b\ncode\" (id int)");
    }

    @AfterEach
    void dropIt() {
        server.dropDatabase(database);
        server.execute("postgres", "DROP ROLE " + database + "_app");
    }

    @Test
    void gainAndLossAreModelledUntilTheyAreProved() {
        Called modelled = access("grant", "SELECT,INSERT", "public.entries", database + "_app", "--dry-run");
        assertThat(modelled.out()).contains("Gain and loss (2 cells of the matrix, modelled):");
        Called proved = access("grant", "SELECT,INSERT", "public.entries", database + "_app", "--dry-run", "--prove");
        assertThat(proved.code()).as(proved.err()).isZero();
        assertThat(proved.out())
                .contains("Gain and loss (2 cells of the matrix, proved):")
                .contains("  + " + database + "_app [SELECT, INSERT] on public.entries")
                .contains("Now → after (proved):");
        assertThat(access("grant", "SELECT", "public.entries", database + "_app", "--dry-run")
                        .out())
                .as("nothing was kept")
                .contains("Gain and loss (1 cell of the matrix, modelled):");
    }

    @Test
    void jsonHoldsBothDifferences() throws Exception {
        JsonNode told = new ObjectMapper()
                .readTree(access(
                                "grant",
                                "SELECT",
                                "public.\"a|b\ncode\"",
                                database + "_app",
                                "--dry-run",
                                "--prove",
                                "-o",
                                "json")
                        .out());
        assertThat(told.get("proved").asBoolean()).isTrue();
        assertThat(told.get("provedIsModelled").asBoolean()).isTrue();
        JsonNode line = told.get("provedDifference").get(0);
        assertThat(line.get("role").asText()).isEqualTo(database + "_app");
        assertThat(line.get("privileges").asText()).isEqualTo("[SELECT]");
        assertThat(line.get("gained").asBoolean()).isTrue();
    }

    @Test
    void whatTheDatabasesOwnCodeGivesBesidesIsProvedAndMarked() throws Exception {
        server.execute(
                database,
                "CREATE FUNCTION public.also() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF current_setting('also.done', true) IS DISTINCT FROM 'yes' THEN"
                        + " PERFORM set_config('also.done', 'yes', true);"
                        + " EXECUTE 'GRANT DELETE ON public.entries TO PUBLIC'; END IF; END $$",
                "CREATE EVENT TRIGGER also ON ddl_command_end WHEN TAG IN ('GRANT') EXECUTE FUNCTION public.also()");
        String[] grant = {"grant", "SELECT", "public.entries", database + "_app", "--dry-run", "--prove"};
        Called told = access(grant);
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .containsPattern(
                        "Gain and loss: what was proved \\(\\d+ cells of the matrix\\) is NOT what was modelled"
                                + " \\(1 cell of the matrix\\):")
                .contains("  only proved:   + PUBLIC [DELETE] on public.entries")
                .contains("  only proved:   + " + database + "_app [SELECT, DELETE] on public.entries")
                .contains("  only modelled: + " + database + "_app [SELECT] on public.entries");
        List<String> asJson = new ArrayList<>(List.of(grant));
        asJson.addAll(List.of("-o", "json"));
        assertThat(new ObjectMapper()
                        .readTree(access(asJson.toArray(String[]::new)).out())
                        .get("provedIsModelled")
                        .asBoolean())
                .isFalse();
    }

    private Called access(String... words) {
        List<String> arguments = new ArrayList<>(List.of("access"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of(
                "--dsn",
                "postgresql://postgres:" + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port()
                        + "/" + database + "?sslmode=disable"));
        return Called.with(home, arguments.toArray(String[]::new));
    }
}
