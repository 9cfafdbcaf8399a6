package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grants on columns, parameters and other things beside tables, on the command line. */
class GrantCommandTest {
    private final TestPostgres server = TestPostgres.newest();
    private final String database = server.freshDatabase("grants");
    private final String app = database + "_app";

    @TempDir
    private Path home;

    @BeforeEach
    void prepare() {
        server.execute(
                database,
                "CREATE ROLE " + app,
                "CREATE TABLE public.bills (id int, \"a b\" int, note text)",
                "CREATE DOMAIN public.amount AS numeric");
    }

    @Test
    void columnsAreGrantedAndTakenOneByOneOrWithTheirTable() {
        Called run = call("grant", "SELECT,UPDATE", "public.bills", app, "--column", "id", "--column", "a b");
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("GRANT SELECT (\"a b\"), UPDATE (\"a b\") ON TABLE \"public\".\"bills\" TO \"" + app + "\"")
                .contains("  + " + app + " [SELECT, UPDATE] on public.bills (id)")
                .contains("Done, and verified by reading again.");
        assertThat(call("grant", "SELECT,UPDATE", "public.bills", app, "--column", "id")
                        .out())
                .contains("It is so already: nothing to do.");
        assertThat(call("revoke", "UPDATE", "public.bills", app, "--column", "id", "--allow-destructive")
                        .code())
                .isZero();
        server.execute(database, "GRANT SELECT ON public.bills TO " + app);
        Called table = call("revoke", "SELECT", "public.bills", app, "--allow-destructive");
        assertThat(table.code()).as(table.out() + table.err()).isZero();
        assertThat(table.out()).contains("  - " + app + " [SELECT] on public.bills");
        assertThat(
                        server.query(
                                database,
                                "SELECT attacl::text FROM pg_attribute WHERE attrelid = 'bills'::regclass AND attacl IS NOT NULL"))
                .as("the table's REVOKE took SELECT from the columns as well")
                .containsExactly("{" + app + "=w/postgres}");
    }

    @Test
    void aParameterOnWhichNothingWasGrantedIsKnownByItsName() {
        String parameter = "parameter:" + database + ".level";
        Called run = call("grant", "SET", parameter, app);
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("  + " + app + " [SET] on " + database + ".level");
        assertThat(call("revoke", "SET", parameter, app, "--allow-destructive").code())
                .isZero();
        assertThat(server.query(
                        database, "SELECT count(*) FROM pg_parameter_acl WHERE parname = '" + database + ".level'"))
                .containsExactly("0");
        Called unknown = call("grant", "SET", "parameter:no_such_parameter_here", app);
        assertThat(unknown.code()).as("the server knows which there are").isEqualTo(1);
    }

    @Test
    void aWordThatMeansNothingIsAMistake() {
        assertThat(call("grant", "SELECT", "public.bills", app, "--column", "nowhere")
                        .code())
                .isEqualTo(2);
        assertThat(call("grant", "DELETE", "public.bills", app, "--column", "id")
                        .code())
                .as("no column has it")
                .isEqualTo(2);
        assertThat(call("grant", "USAGE", "type:public.amount", app, "--dry-run", "-o", "sql")
                        .out())
                .contains("GRANT USAGE ON TYPE \"public\".\"amount\" TO \"" + app + "\";");
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
