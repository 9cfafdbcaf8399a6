package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.nio.file.Path;
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
                .contains("counted before: 0 rows for which it does not hold")
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

    private Called drift(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "--kubeconfig";
        all[1] = sandbox.kubeconfig().toString();
        all[2] = "drift";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Called.with(home, all);
    }
}
