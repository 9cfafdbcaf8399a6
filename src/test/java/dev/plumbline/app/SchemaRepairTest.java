package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.testing.Await;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The four common causes of the sample estate, planned, run through the one door and verified. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class SchemaRepairTest {
    private static final String NAMESPACE = "acme-supply-chain-procurement";
    private static Sandbox sandbox;

    @TempDir
    Path home;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.temporary());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    @Order(1)
    void theDryRunShowsOnlineFormsAndRunsNothing() {
        Called called = drift("purchase-order", "-n", NAMESPACE, "--repair", "--dry-run");
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.out())
                .contains("CREATE INDEX CONCURRENTLY \"idx_purchase_order_v1_supplier_code\"")
                .contains("NOT VALID")
                .contains("VALIDATE CONSTRAINT \"chk_amount_positive\"")
                .contains("counted before: no rows for which it does not hold")
                .contains("ADD COLUMN \"approval_date\" timestamp with time zone")
                .contains("CREATE POLICY \"region_isolation\"")
                .contains("ENABLE ROW LEVEL SECURITY");
        assertThat(drift("purchase-order", "-n", NAMESPACE, "--detailed-exitcode")
                        .code())
                .isEqualTo(3);
        Called script = drift("purchase-order", "-n", NAMESPACE, "--repair", "--dry-run", "-o", "sql");
        assertThat(script.out())
                .startsWith("\\set ON_ERROR_STOP on")
                .contains("BEGIN;")
                .contains("COMMIT;");
    }

    @Test
    @Order(2)
    void theRepairIsVerifiedByReadingAgainAndASecondPlanIsEmpty() {
        Called called = drift("purchase-order", "-n", NAMESPACE, "--repair");
        assertThat(called.code()).as(called.out() + called.err()).isZero();
        assertThat(called.out()).contains("Done, and verified by reading again.");
        assertThat(drift("purchase-order", "-n", NAMESPACE, "--detailed-exitcode")
                        .code())
                .isZero();
        assertThat(drift("purchase-order", "-n", NAMESPACE, "--repair").out()).contains("Nothing to do.");
    }

    @Test
    @Order(3)
    void rowsThatBreakAConstraintKeepThePlanFromRunningUntilItsStepsAreLeftOut() {
        Called refused = drift("supplier-invoice", "-n", NAMESPACE, "--repair");
        assertThat(refused.code()).as(refused.out()).isEqualTo(4);
        assertThat(refused.out())
                .contains("counted before: 3 rows for which it does not hold")
                .contains("REFUSED step ")
                .contains("Nothing was run.");
    }

    @Test
    @Order(4)
    void aReadOnlyRunIsRefused() {
        Called refused = drift("return-order", "-n", NAMESPACE, "--repair", "--read-only");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(drift("--repair").code()).as("one resource has to be named").isEqualTo(2);
    }

    @Test
    @Order(5)
    void aTableThatNobodyClaimsIsSetAsideAndBroughtBack() {
        Called away = called("quarantine", "acme_supply_chain_procurement.purchase_order_v0", "-n", NAMESPACE);
        assertThat(away.code()).as(away.out() + away.err()).isZero();
        assertThat(away.out()).contains("Done, and verified by reading again.");
        assertThat(drift("-n", NAMESPACE).out()).doesNotContain("orphans");
        String aside = away.out()
                .lines()
                .filter(line -> line.contains(" RENAME TO "))
                .map(line -> line.substring(line.indexOf(" RENAME TO \"") + 12, line.lastIndexOf('"')))
                .findFirst()
                .orElseThrow();
        assertThat(aside).matches("acme_supply_chain_procurement__purchase_o__cut__\\d{8}_\\d{6}");
        assertThat(away.err())
                .contains("To bring it back: plumbline quarantine '" + aside
                        + "' --restore --as 'acme_supply_chain_procurement.purchase_order_v0'");
        assertThat(called("quarantine", aside, "--restore", "-n", NAMESPACE).code())
                .as("a name that was cut does not tell where to")
                .isEqualTo(2);
        Called back = called(
                "quarantine",
                aside,
                "--restore",
                "--as",
                "acme_supply_chain_procurement.purchase_order_v0",
                "-n",
                NAMESPACE);
        assertThat(back.code()).as(back.out() + back.err()).isZero();
        assertThat(drift("-n", NAMESPACE).out()).contains("orphans");
        Called claimed = called("quarantine", "acme_supply_chain_procurement.goods_receipt_v1", "-n", NAMESPACE);
        assertThat(claimed.code()).isEqualTo(1);
        assertThat(claimed.err()).contains("a SchemaDefinition claims it");
        assertThat(called("quarantine", "acme_supply_chain_procurement.nothing", "-n", NAMESPACE)
                        .err())
                .contains("VEL-404");
    }

    /** All relations of a schema share one space of names, indexes and sequences as well. */
    @Test
    @Order(6)
    void aTableOfTheSameNameIsSetAsideAfterAnother() throws Exception {
        String table = "acme_supply_chain_procurement.scratch_v0";
        String make = "CREATE TABLE " + table
                + " (id bigserial PRIMARY KEY, code text UNIQUE, note text, line int GENERATED ALWAYS AS IDENTITY); CREATE INDEX scratch_by_note ON "
                + table
                + " (note)";
        SandboxSql sql = new SandboxSql(sandbox, "velocity");
        sql.execute("SET ROLE velocity_operator; " + make);
        assertThat(called("quarantine", table, "-n", NAMESPACE).code()).isZero();
        long then = Instant.now().getEpochSecond();
        sql.execute("SET ROLE velocity_operator; " + make);
        Await.until(() -> Instant.now().getEpochSecond(), second -> second > then);
        Called again = called("quarantine", table, "-n", NAMESPACE);
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(again.out())
                .contains("ALTER INDEX", "ALTER SEQUENCE", "\"scratch_v0_pkey\"", "\"scratch_v0_line_seq\"");
        String latest = sql.query(
                "SELECT max(relname) FROM pg_catalog.pg_class WHERE relkind = 'r' AND relname LIKE '%scratch\\_v0\\_\\_%'");
        Called back = called("quarantine", latest, "--restore", "--as", table, "-n", NAMESPACE);
        assertThat(back.code()).as(back.out() + back.err()).isZero();
        assertThat(
                        sql.query(
                                "SELECT string_agg(relname, ' ' ORDER BY relname COLLATE \"C\") FROM pg_catalog.pg_class WHERE relnamespace = 'acme_supply_chain_procurement'::pg_catalog.regnamespace AND relname LIKE 'scratch%'"))
                .isEqualTo(
                        "scratch_by_note scratch_v0 scratch_v0_code_key scratch_v0_id_seq scratch_v0_line_seq scratch_v0_pkey");
    }

    private Called drift(String... arguments) {
        return called("drift", arguments);
    }

    private Called called(String command, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "--kubeconfig";
        all[1] = sandbox.kubeconfig().toString();
        all[2] = command;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Called.with(home, all);
    }
}
