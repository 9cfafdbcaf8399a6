package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of a table's repair, as the window exports it: run by psql it leads there, and on another login it changes nothing. */
class StructureScriptTest {
    @TempDir
    Path home;

    @Test
    void psqlLeadsWhereThePlanLeadsAndTheUndoLeadsBack() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/psql")), "psql is not installed on this machine");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.temporary());
                Wiring wiring = new Wiring(
                        () -> Optional.of(sandbox.kubeconfig()),
                        Map.of("PLUMBLINE_HOME", home.toString()),
                        home,
                        Clock.systemUTC())) {
            CheckSchemas.Scope scope = new CheckSchemas.Scope(
                    Sandbox.CONTEXT, "acme-supply-chain-procurement", Optional.of("purchase-order"), Optional.empty());
            FixSchema fixes = wiring.operations().schemaFixes();
            FixSchema.Fix fix = fixes.plan(scope, Set.of(), new CancelToken(), (doing, done, total) -> {});
            String script = wiring.operations().exports().fixScript(fix.plan());
            String undo = wiring.operations().exports().undoScript(fix.plan());
            assertThat(undo).contains("DROP CONSTRAINT \"chk_amount_positive\"").doesNotContain("rests on it");
            assertThat(script).contains("[ADVISORY INDEX_BUILD]", "SET lock_timeout", "BEGIN;");
            assertThat(wiring.operations().exports().markdown(fix.plan())).contains("[ADVISORY ROW_ACCESS_CHANGE]");
            String password = "known-to-the-test";
            execute(sandbox, "ALTER ROLE velocity_operator PASSWORD '" + password + "'");
            assertThat(psql(
                            sandbox,
                            "dbops_admin",
                            sandbox.administratorPassword().reveal(),
                            script))
                    .contains("This script is for the login velocity_operator.");
            assertThat(columns(sandbox)).doesNotContain("approval_date");
            assertThat(psql(sandbox, "velocity_operator", password, script)).isEmpty();
            assertThat(columns(sandbox)).contains("approval_date");
            assertThat(left(wiring, scope, sandbox, password)).isTrue();
            assertThat(psql(sandbox, "velocity_operator", password, undo)).isEmpty();
            assertThat(columns(sandbox)).doesNotContain("approval_date");
        }
    }

    @Test
    void aStepThatIsLeftOutTakesAlongWhatNeedsIt() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.temporary());
                Wiring wiring = new Wiring(
                        () -> Optional.of(sandbox.kubeconfig()),
                        Map.of("PLUMBLINE_HOME", home.toString()),
                        home,
                        Clock.systemUTC())) {
            CheckSchemas.Scope scope = new CheckSchemas.Scope(
                    Sandbox.CONTEXT,
                    "acme-supply-chain-procurement",
                    Optional.of("supplier-invoice"),
                    Optional.empty());
            Plan plan = wiring.operations()
                    .schemaFixes()
                    .plan(scope, Set.of(), new CancelToken(), (doing, done, total) -> {})
                    .plan();
            assertThat(plan.blockingRefusals()).hasSize(1);
            Step adding = step(plan, " ADD CONSTRAINT ");
            Step validating = step(plan, " VALIDATE CONSTRAINT ");
            assertThat(validating.requires()).containsExactly(adding.id());
            Plan without = plan.restrictedTo(plan.steps().stream()
                    .map(Step::id)
                    .filter(id -> !id.equals(adding.id()))
                    .collect(Collectors.toSet()));
            assertThat(without.steps()).doesNotContain(adding, validating);
            assertThat(without.blockingRefusals()).isEmpty();
            assertThat(without.digest()).isNotEqualTo(plan.digest());
            Step dropped = step(plan, "DROP INDEX");
            assertThat(step(plan, "CREATE UNIQUE INDEX").requires()).contains(dropped.id());
        }
    }

    private static Step step(Plan plan, String statement) {
        return plan.steps().stream()
                .filter(step -> step.sql().text().contains(statement))
                .findFirst()
                .orElseThrow();
    }

    /** Whether nothing is left to do, over a connection with the new password. */
    private static boolean left(Wiring wiring, CheckSchemas.Scope scope, Sandbox sandbox, String password) {
        CheckSchemas.Scope direct = new CheckSchemas.Scope(
                scope.context(),
                scope.namespace(),
                scope.name(),
                Optional.of("postgresql://velocity_operator:" + password + "@127.0.0.1:"
                        + sandbox.server().port() + "/velocity?sslmode=disable"));
        return wiring.operations()
                .schemaFixes()
                .plan(direct, Set.of(), new CancelToken(), (doing, done, total) -> {})
                .plan()
                .isEmpty();
    }

    private String psql(Sandbox sandbox, String user, String password, String script) throws Exception {
        Path file = Files.writeString(home.resolve("script.sql"), script);
        ProcessBuilder builder =
                new ProcessBuilder("psql", "-X", "-q", "-f", file.toString()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        Integer.toString(sandbox.server().port()),
                        "PGUSER",
                        user,
                        "PGDATABASE",
                        "velocity",
                        "PGPASSWORD",
                        password));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String columns(Sandbox sandbox) throws SQLException {
        try (Connection connection = connect(sandbox);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT pg_catalog.string_agg(attname, ' ') FROM pg_catalog.pg_attribute WHERE NOT attisdropped AND attrelid = 'acme_supply_chain_procurement.purchase_order_v1'::regclass")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Sandbox sandbox, String sql) throws SQLException {
        try (Connection connection = connect(sandbox);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Sandbox sandbox) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + sandbox.server().port() + "/velocity",
                "dbops_admin",
                sandbox.administratorPassword().reveal());
    }
}
