package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DriftCommandTest {
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
    void theFourCommonCausesAreToldWithWhatSetsThemRightAndOnlyThey() throws IOException {
        Called called = drift("purchase-order", "-n", NAMESPACE, "-o", "json", "--detailed-exitcode");
        assertThat(called.code()).as(called.err()).isEqualTo(3);
        JsonNode definition = new ObjectMapper().readTree(called.out()).at("/schemaDefinitions/0");
        assertThat(definition.path("findings").findValuesAsText("code"))
                .containsExactlyInAnyOrder("VEL-411", "VEL-421", "VEL-431", "VEL-441", "VEL-443");
        assertThat(definition.path("problems")).isEmpty();
    }

    @Test
    void aWholeNamespaceIsToldWithTheTablesThatNobodyClaims() {
        Called called = drift("-n", NAMESPACE);
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.out())
                .contains("VELOCITY_PG_URL of Deployment velocity-system/velocity-operator")
                .contains("VEL-412 an index is there and not used", "VEL-451 the table is missing")
                .contains("goods_receipt_v1", "○ has all that the resource asks for")
                .contains("orphans", "purchase_order_v0")
                .doesNotContain("region_isolation_v");
    }

    @Test
    void theThreeWaysOfTheRunbookAreToldForWhatWasFound() throws IOException {
        Called called = drift("purchase-order", "-n", NAMESPACE, "--options");
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.out())
                .contains("Let the operator do it: works for part of it", "By hand, with a plan: works for all of it")
                .contains("✕ VEL-431 constraint chk_amount_positive: does not")
                .contains("(some data cannot come back)", "What Velocity's page says otherwise:");
        JsonNode options = new ObjectMapper()
                .readTree(drift("purchase-order", "-n", NAMESPACE, "--options", "-o", "json")
                        .out())
                .path("options");
        assertThat(options.findValuesAsText("route")).containsExactly("OPERATOR", "BY_HAND", "RECREATE");
        assertThat(options.findValuesAsText("verdict")).containsExactly("PARTLY", "WORKS", "PARTLY");
        assertThat(drift("--options").code()).as("one resource has to be named").isEqualTo(2);
    }

    @Test
    void theOperatorIsAskedByItsOwnAnnotationAndTheConditionsAreToldBeforeAndAfter() {
        Called refused = drift("return-order", "-n", NAMESPACE, "--force-reconcile", "--read-only");
        assertThat(refused.code()).isEqualTo(4);
        Called called = drift("return-order", "-n", NAMESPACE, "--force-reconcile");
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.out())
                .contains("Set velocity.sh/force-reconcile-at = ", "Before: phase ", "After:  phase ")
                .contains("The operator writes no condition");
    }

    @Test
    void aSchemaDefinitionIsASideOfADiff() throws IOException {
        String live =
                "postgresql://dbops_admin:" + sandbox.administratorPassword().reveal() + "@"
                        + sandbox.server().host() + ":" + sandbox.server().port() + "/velocity?sslmode=disable";
        Called called = diff(live, "schemadefinition/purchase-order");
        assertThat(called.code()).as(called.err()).isEqualTo(3);
        assertThat(called.out())
                .contains("SchemaDefinition ", "(table acme_supply_chain_procurement.purchase_order_v1)")
                .contains("+  column acme_supply_chain_procurement.purchase_order_v1.approval_date")
                .contains("+  policy acme_supply_chain_procurement.purchase_order_v1.region_isolation")
                .doesNotContain("goods_receipt");
        Called back = diff("sd/purchase-order", live);
        assertThat(back.out()).contains("-  column acme_supply_chain_procurement.purchase_order_v1.approval_date");
        Called script = Called.with(
                home,
                "diff",
                live,
                "sd/purchase-order",
                "-n",
                NAMESPACE,
                "--kubeconfig",
                sandbox.kubeconfig().toString(),
                "-o",
                "sql");
        assertThat(script.out())
                .contains("ADD COLUMN \"approval_date\"", "CREATE INDEX CONCURRENTLY", "region_isolation");
        Called two = diff("sd/purchase-order", "sd/goods-receipt");
        assertThat(two.out()).contains("-  table acme_supply_chain_procurement.purchase_order_v1", "+  table ");
        assertThat(diff(live, "sd/nothing").err()).contains("KUBE-404");
    }

    private Called diff(String from, String to) {
        return Called.with(
                home,
                "diff",
                from,
                to,
                "-n",
                NAMESPACE,
                "--kubeconfig",
                sandbox.kubeconfig().toString(),
                "--detailed-exitcode");
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertThat(drift("nothing", "-n", NAMESPACE).err()).contains("KUBE-404");
        assertThat(drift().out()).contains("No SchemaDefinition here.");
        assertThat(drift("--context", "staging-empty").err()).contains("Velocity is not installed");
    }

    @Test
    void aLoginThatMayReadNothingGivesAnErrorAndNoFindings() {
        Called called = drift(
                "-n",
                NAMESPACE,
                "--dsn",
                "postgresql://nobody:wrong@127.0.0.1:" + sandbox.server().port() + "/velocity?sslmode=disable");
        assertThat(called.code()).isEqualTo(1);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).doesNotContain("wrong@");
    }

    @Test
    void typesAndOperatorsThatNobodyKnowsAreToldAndKeepNoOtherFromBeingCompared() {
        sandbox.api().load("""
                apiVersion: velocity.sh/v1
                kind: SchemaDefinition
                metadata: {name: shape, namespace: odd, labels: {velocity.sh/org: acme, velocity.sh/app: odd, velocity.sh/domain: types}}
                spec:
                  version: v1
                  fields: [{name: outline, type: polygon}, {name: area, type: integer}]
                ---
                apiVersion: velocity.sh/v1
                kind: SchemaDefinition
                metadata: {name: scale, namespace: odd, labels: {velocity.sh/org: acme, velocity.sh/app: odd, velocity.sh/domain: types}}
                spec:
                  version: v1
                  fields: [{name: area, type: integer}]
                  constraints: [{name: chk_area, check: area <~> 0}]
                """);
        Called called = drift("-n", "odd");
        assertThat(called.code()).as(called.err()).isEqualTo(1);
        assertThat(called.out())
                .contains("found \"polygon\"", "VEL-451")
                .contains(
                        "could not be compared: SchemaDefinition sandbox/odd/scale:",
                        "operator does not exist: bigint <~> integer",
                        "42883");
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
