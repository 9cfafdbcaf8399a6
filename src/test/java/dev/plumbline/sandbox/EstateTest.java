package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.testing.Kubectl;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateTest {
    private static final String PROCUREMENT = "acme-supply-chain-procurement";
    private static Sandbox sandbox;
    private static SampleServer server;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.temporary());
        server = new SampleServer(sandbox);
    }

    @AfterAll
    static void stop() throws SQLException {
        server.close();
        sandbox.close();
    }

    private static JsonNode database(String namespace, String name) {
        return sandbox.api().find("databases", namespace, name).orElseThrow();
    }

    private static List<String> bothWays(String schema, String owner, String app) {
        return Stream.of(app + ">" + owner, owner + ">" + app)
                .flatMap(pair -> Stream.of(
                        schema + " S " + pair + " SELECT,USAGE",
                        schema + " f " + pair + " EXECUTE",
                        schema + " r " + pair + " DELETE,INSERT,SELECT,UPDATE"))
                .sorted()
                .toList();
    }

    private static void assertSound(String database, String... schemas) throws SQLException {
        String owner = "db_" + database + "_owner";
        String app = "db_" + database + "_app";
        assertThat(server.owner(database)).isEqualTo(owner);
        assertThat(server.isMember(app, owner)).isTrue();
        assertThat(server.defaultPrivileges(database))
                .containsExactlyInAnyOrderElementsOf(Stream.of(schemas)
                        .flatMap(schema -> bothWays(schema, owner, app).stream())
                        .toList());
    }

    @Test
    void billingAndClosing2019AreAsTheyShouldBe() throws SQLException {
        assertSound("billing", "public", "invoicing", "dunning");
        assertSound("closing_2019", "public");
        assertThat(server.rows("billing", "SELECT relacl::text FROM pg_class WHERE oid = 'dunning.reminder'::regclass"))
                .allMatch(acl -> acl.contains("db_billing_owner=arwd/db_billing_app"));
    }

    @Test
    void ownersDriftedWithTheRestInOrder() throws SQLException {
        assertThat(server.owner("invoices")).isEqualTo("postgres");
        assertThat(server.owner("audit_log")).isEqualTo("postgres");
        assertThat(server.owner("warehouse")).isEqualTo("postgres");
        assertThat(server.owner("customs")).isEqualTo("jdoe");
        assertThat(server.isMember("db_invoices_app", "db_invoices_owner")).isTrue();
        assertThat(server.defaultPrivileges("invoices")).hasSize(12);
    }

    @Test
    void rolesAreGone() throws SQLException {
        assertThat(server.roles("db\\_payments\\_%")).containsExactly("db_payments_owner");
        assertThat(server.roles("db\\_refunds\\_%")).containsExactly("db_refunds_app");
        assertThat(server.owner("refunds")).isEqualTo("postgres");
        assertThat(server.roles("db\\_supplier\\_%")).isEmpty();
        assertThat(database(PROCUREMENT, "supplier").at("/status/phase").asText())
                .isEqualTo("Ready");
        assertThat(database(PROCUREMENT, "supplier")
                        .at("/status/drift/detected")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void membershipsAreMissingOrReachedThroughAnotherRole() throws SQLException {
        assertThat(server.isMember("db_subscriptions_app", "db_subscriptions_owner"))
                .isFalse();
        assertThat(server.isMember("db_feature_flags_app", "db_feature_flags_owner"))
                .isFalse();
        assertThat(server.isMember("db_shipments_app", "db_shipments_owner")).isFalse();
        assertThat(server.isMember("db_reconciliation_app", "db_reconciliation_owner"))
                .isFalse();
        assertThat(server.rows(
                        "postgres", "SELECT pg_has_role('db_reconciliation_app', 'db_reconciliation_owner', 'USAGE')"))
                .containsExactly("t");
    }

    @Test
    void defaultPrivilegesOfLedgerArePartlyMissing() throws SQLException {
        String forward = "db_ledger_owner>db_ledger_app";
        String reverse = "db_ledger_app>db_ledger_owner";
        assertThat(server.defaultPrivileges("ledger"))
                .noneMatch(rule -> rule.startsWith("posting") && rule.contains(forward))
                .contains("posting r " + reverse + " DELETE,INSERT,SELECT,UPDATE")
                .contains("reporting S " + reverse + " SELECT")
                .noneMatch(rule -> rule.startsWith("reporting r " + reverse))
                .contains("public r " + forward + " DELETE,INSERT,SELECT,TRUNCATE,UPDATE")
                .contains("archive r postgres>db_ledger_app DELETE,INSERT,SELECT,UPDATE")
                .noneMatch(rule -> rule.startsWith("archive r " + forward));
        assertThat(server.defaultPrivileges("web_analytics"))
                .hasSize(9)
                .allMatch(rule -> rule.contains("db_web_analytics_owner>"));
    }

    @Test
    void objectsOfJournalAreOlderThanItsRules() throws SQLException {
        assertSound("journal", "public", "entries");
        assertThat(server.rows(
                        "journal",
                        "SELECT relname FROM pg_class WHERE relnamespace IN ('entries'::regnamespace, 'public'::regnamespace)"
                                + " AND relkind IN ('r', 'S', 'v') AND relacl IS NULL ORDER BY 1"))
                .containsExactly("attachment", "journal", "journal_id_seq", "line", "line_number", "recent");
    }

    @Test
    void otherOwnershipModelsAreThere() throws SQLException {
        assertThat(server.owner("treasury")).isEqualTo("treasury_owner");
        assertThat(server.owner("tax_reports")).isEqualTo("dbops_admin");
        assertThat(server.isMember("db_fx_rates_app", "db_fx_rates_owner")).isTrue();
        assertThat(server.defaultPrivileges("fx_rates")).isEmpty();
    }

    @Test
    void theManagedServersAdminMustBorrowWhatARepairNeeds() throws SQLException {
        assertThat(server.owner("purchase_order")).isEqualTo("cloud_admin");
        assertThat(server.defaultPrivileges("purchase_order")).isEmpty();
        String password = password("platform", "pg-managed-admin");
        try (Connection managed = server.connect("purchase_order", "cloud_admin", password);
                var statement = managed.createStatement()) {
            for (String refused : new String[] {
                "ALTER DATABASE purchase_order OWNER TO db_purchase_order_owner",
                "ALTER DEFAULT PRIVILEGES FOR ROLE db_purchase_order_owner GRANT SELECT ON TABLES TO db_purchase_order_app"
            }) {
                assertThatThrownBy(() -> statement.execute(refused))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
            }
            managed.setAutoCommit(false);
            statement.execute("GRANT db_purchase_order_owner TO cloud_admin");
            statement.execute("ALTER DATABASE purchase_order OWNER TO db_purchase_order_owner");
            managed.rollback();
        }
    }

    private static String password(String namespace, String secret) {
        String encoded = sandbox.api()
                .find("secrets", namespace, secret)
                .orElseThrow()
                .at("/data/password")
                .asText();
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Test
    void theRestrictedLoginMayConnectAndNothingElse() throws SQLException {
        try (Connection restricted =
                        server.connect("audit_log", "reporting_reader", password("platform", "pg-restricted-login"));
                var statement = restricted.createStatement()) {
            assertThatThrownBy(() -> statement.execute("GRANT db_audit_log_owner TO reporting_reader"))
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> server.connect("audit_log", "reporting_reader", "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void oddAndLongNamesAreWhatTheyShouldBe() throws SQLException {
        assertThat(server.owner("OrderItems")).isEqualTo("postgres");
        assertThat(server.rows("OrderItems", "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' ORDER BY oid"))
                .contains("Order Items", "select", "a\"b", "naïve");
        assertThat(server.isMember("OrderItems_App", "OrderItems_Owner")).isTrue();
        String fits = "db_supply_chain_framework_agreements_with_call_off_orders_owner";
        assertThat(fits).hasSize(63);
        assertThat(server.owner("supply_chain_framework_agreements_with_call_off_orders"))
                .isEqualTo(fits);
        String cut = "supply_chain_goods_receipt_notes_and_quality_inspection_reports";
        assertThat(cut).hasSize(63);
        assertThat(server.owner(cut)).isEqualTo(("db_" + cut).substring(0, 63));
    }

    @Test
    void someInstancesCannotBeUsed() {
        assertThat(sandbox.api()
                        .find("secrets", "platform", "pg-archive-admin")
                        .orElseThrow()
                        .at("/data/password")
                        .isMissingNode())
                .isTrue();
        JsonNode office = sandbox.api()
                .find("databaseinstances", "platform", "pg-branch-office")
                .orElseThrow();
        assertThatThrownBy(() -> new java.net.Socket(
                        java.net.InetAddress.getLoopbackAddress(),
                        office.at("/spec/connection/port").asInt()))
                .isInstanceOf(java.net.ConnectException.class);
        assertThat(sandbox.api().find("databaseinstances", "platform", "pg-old"))
                .isEmpty();
        assertThat(database("platform", "legacy-crm")
                        .at("/spec/instanceRef/name")
                        .asText())
                .isEqualTo("mysql-legacy");
    }

    @Test
    void theOperatorsMindDiffers() {
        assertThat(database(PROCUREMENT, "warehouse")
                        .at("/spec/driftPolicy/mode")
                        .asText())
                .isEqualTo("correct");
        assertThat(database(PROCUREMENT, "warehouse")
                        .at("/metadata/annotations/dbops.dbprovision.io~1allow-destructive-drift")
                        .asText())
                .isEqualTo("true");
        assertThat(database(PROCUREMENT, "shipments")
                        .at("/spec/driftPolicy/mode")
                        .asText())
                .isEqualTo("ignore");
    }

    @Test
    void everyDatabaseIsOnThePageAboutTheSandbox() throws Exception {
        String page = Files.readString(Path.of("docs/sandbox.md"));
        for (JsonNode database : sandbox.api().list("databases", "")) {
            assertThat(page)
                    .contains("`" + database.at("/metadata/namespace").asText() + "/"
                            + database.at("/metadata/name").asText() + "`");
        }
    }

    @Test
    void kubectlSeesTheEstateOverTlsWithItsToken(@TempDir Path folder) throws Exception {
        Kubectl.assumeInstalled();
        Kubectl kubectl = new Kubectl(sandbox.kubeconfig(), folder);
        assertThat(kubectl.ok("get", "databases.dbops.dbprovision.io", "-A", "--no-headers"))
                .hasLineCount(26)
                .containsPattern("team-billing +invoices +billing-postgres +invoices +Ready");
        assertThat(kubectl.ok("get", "databaseinstances.dbops.dbprovision.io", "-n", "platform"))
                .containsPattern("pg-branch-office +postgres +127.0.0.1 +\\d+ +Failed");
        assertThat(kubectl.ok("get", "events", "-A")).contains("DriftCorrectionFailed");
        assertThat(kubectl.ok("describe", "databases.dbops.dbprovision.io", "refunds"))
                .contains("Configuration drift detected in fields: [owner]");
        assertThat(kubectl.ok("config", "current-context")).startsWith("sandbox");
        assertThat(kubectl.run("", "--context", "staging-empty", "get", "databases.dbops.dbprovision.io")
                        .err())
                .contains("the server doesn't have a resource type \"databases\"");
        assertThat(kubectl.run("", "--token", "guessed", "get", "secrets").err())
                .contains("Unauthorized");
    }

    @Test
    void theKubernetesClientTrustsTheCertificate() throws Exception {
        Config config = Config.fromKubeconfig(sandbox.kubeconfig().toFile());
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            assertThat(client.getMasterUrl().getProtocol()).isEqualTo("https");
            assertThat(client.secrets().inNamespace("platform").list().getItems())
                    .hasSize(7);
        }
        config.setCaCertData(null);
        config.setRequestRetryBackoffLimit(0);
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            assertThatThrownBy(() -> client.namespaces().list()).hasStackTraceContaining("SSLHandshakeException");
        }
    }
}
