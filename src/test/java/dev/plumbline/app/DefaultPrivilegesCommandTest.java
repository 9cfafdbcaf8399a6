package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix and the next object on the command line, on the sample estate and by a DSN. */
class DefaultPrivilegesCommandTest {
    @TempDir
    Path home;

    @Test
    void theSampleEstateIsListedPredictedAndProved() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.temporary())) {
            JsonNode databases = new ObjectMapper()
                    .readTree(call(sandbox, "databases", "-A", "-o", "json").out());
            int listed = 0;
            int proved = 0;
            int refused = 0;
            for (JsonNode database : databases) {
                String namespace = database.get("namespace").asText();
                String name = database.get("name").asText();
                Called matrix = call(
                        sandbox,
                        "default-privileges",
                        "--database",
                        name,
                        "-n",
                        namespace,
                        "-o",
                        "json",
                        "--detailed-exitcode");
                if (matrix.code() == 0 || matrix.code() == 3) {
                    JsonNode root = new ObjectMapper().readTree(matrix.out());
                    assertThat(matrix.code() == 3)
                            .isEqualTo(root.get("differing").asInt() > 0);
                    listed++;
                    for (JsonNode creator : root.get("creators")) {
                        for (JsonNode schema : creator.get("createsIn")) {
                            for (String type : List.of("tables", "sequences", "functions", "types")) {
                                Called next = call(
                                        sandbox,
                                        "next",
                                        "--database",
                                        name,
                                        "-n",
                                        namespace,
                                        "--creator",
                                        creator.get("creator").asText(),
                                        "--schema",
                                        schema.asText(),
                                        "--type",
                                        type,
                                        "--prove",
                                        "-o",
                                        "json");
                                if (next.code() == 0) {
                                    assertThat(new ObjectMapper()
                                                    .readTree(next.out())
                                                    .at("/proof/agrees")
                                                    .asBoolean())
                                            .as(next.out())
                                            .isTrue();
                                    proved++;
                                } else {
                                    assertThat(next.err()).as(name).containsAnyOf("42501", "read-only", "replica");
                                    refused++;
                                }
                            }
                        }
                    }
                }
            }
            System.out.println("[sample] " + listed + " databases listed, " + proved + " next objects proved, "
                    + refused + " refused by the server or the context");
            assertThat(listed).isGreaterThan(15);
            assertThat(proved).isGreaterThan(50);
            Called text = call(sandbox, "default-privileges", "--database", "billing", "-n", "team-billing");
            assertThat(text.out()).contains("forward ", "db_billing_owner");
            Called page = call(
                    sandbox, "default-privileges", "--database", "billing", "-n", "team-billing", "-o", "markdown");
            assertThat(page.out()).startsWith("# Default privileges of billing").contains("| note |");
            System.out.println(text.out());
        }
    }

    @Test
    void aDatabaseWithoutAResourceAndWhatIsRefused() {
        TestPostgres server = TestPostgres.newest();
        String database = server.freshDatabase("defaults");
        String dsn = "postgresql://" + server.superuser() + ":"
                + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
                + "?sslmode=disable";
        Called text = Called.with(home, "default-privileges", "--dsn", dsn);
        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("No ownership model is declared");
        List<String> next = List.of("next", "--dsn", dsn, "--creator", server.superuser(), "--schema", "public");
        Called proved = with(next, "--type", "functions", "--prove");
        assertThat(proved.err()).isEmpty();
        assertThat(proved.out()).contains("acl    NULL", "PUBLIC=X/", "Proved:");
        Called refused = with(next, "--type", "tables", "--prove", "--read-only");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("a proof creates the object");
        assertThat(with(next, "--type", "tablets").err()).contains("There is no type");
        assertThat(with(next, "--type", "schemas").err()).contains("leave out --schema");
        assertThat(Called.with(home, "next", "--dsn", dsn, "--creator", "nobody_there", "--type", "schemas")
                        .err())
                .contains("no role");
        assertThat(server.query(database, "SELECT count(*) FROM pg_class WHERE relname LIKE 'plumbline%'"))
                .containsExactly("0");
    }

    private Called with(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return Called.with(home, all.toArray(String[]::new));
    }

    private Called call(Sandbox sandbox, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--kubeconfig", sandbox.kubeconfig().toString()));
        return Called.with(home, all.toArray(String[]::new));
    }
}
