package dev.plumbline.sandbox.kubeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.sandbox.Kubeconfig;
import dev.plumbline.sandbox.OperatorDefinitions;
import dev.plumbline.testing.Kubectl;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubectlTest {
    private static final String DATABASE = """
            apiVersion: dbops.dbprovision.io/v1alpha1
            kind: Database
            metadata: {name: billing, namespace: team-billing, labels: {team: billing}}
            spec:
              instanceRef: {name: main}
              name: billing
              postgres: {ownership: {autoOwnership: true}}
            """;

    private KubeApi api;
    private Kubectl kubectl;

    @BeforeEach
    void serve(@TempDir Path folder) throws Exception {
        Kubectl.assumeInstalled();
        api = KubeApi.start()
                .load(OperatorDefinitions.yaml())
                .load("{apiVersion: v1, kind: Namespace, metadata: {name: team-billing}}");
        Path kubeconfig = new Kubeconfig()
                .context("test", api.url(), "team-billing", Optional.empty(), Optional.empty())
                .write(folder.resolve("kubeconfig"));
        kubectl = new Kubectl(kubeconfig, folder);
    }

    @AfterEach
    void stop() {
        if (api != null) {
            api.close();
        }
    }

    @Test
    void appliesGetsDescribesPatchesAndDeletes() throws Exception {
        assertThat(kubectl.run(DATABASE, "apply", "-f", "-").ok()).contains("billing created");
        assertThat(kubectl.run(DATABASE, "apply", "-f", "-").ok()).contains("billing unchanged");
        assertThat(kubectl.run(DATABASE.replace("team: billing", "team: money"), "apply", "-f", "-")
                        .ok())
                .contains("billing configured");
        assertThat(kubectl.ok("get", "databases.dbops.dbprovision.io", "-A"))
                .containsPattern("NAMESPACE +NAME +INSTANCE +DATABASE +PHASE +SIZE +AGE")
                .containsPattern("team-billing +billing +main +billing");
        assertThat(kubectl.ok("get", "db", "billing", "-o", "yaml")).contains("autoOwnership: true", "team: money");
        assertThat(kubectl.ok(
                        "patch", "db", "billing", "--type=merge", "-p", "{\"spec\":{\"deletionPolicy\":\"Retain\"}}"))
                .contains("patched");
        assertThat(kubectl.ok("get", "db", "billing", "-o", "jsonpath={.metadata.generation} {.spec.deletionPolicy}"))
                .isEqualTo("2 Retain");
        kubectl.ok("annotate", "db", "billing", "dbops.dbprovision.io/skip-reconcile=true");
        assertThat(kubectl.ok("describe", "db", "billing")).contains("dbops.dbprovision.io/skip-reconcile: true");
        assertThat(kubectl.ok("get", "db", "-l", "team=money", "-o", "name")).contains("billing");
        assertThat(kubectl.ok("get", "db", "-l", "team!=money", "-o", "name")).isEmpty();
        assertThat(kubectl.ok("delete", "db", "billing")).contains("deleted");
        assertThat(kubectl.run("", "get", "db", "billing").err())
                .contains("databases.dbops.dbprovision.io \"billing\" not found");
    }

    @Test
    void appliesOnTheServerSide() throws Exception {
        kubectl.run(DATABASE, "apply", "--server-side", "-f", "-").ok();
        String without = DATABASE.replace("labels: {team: billing}", "annotations: {note: x}");
        kubectl.run(without, "apply", "--server-side", "-f", "-").ok();
        assertThat(kubectl.ok("get", "db", "billing", "-o", "jsonpath={.metadata.labels}{.metadata.annotations.note}"))
                .isEqualTo("x");
        assertThat(kubectl.run(
                                without.replace("note: x", "note: changed"),
                                "apply",
                                "--server-side",
                                "--field-manager=other",
                                "-f",
                                "-")
                        .err())
                .contains("conflict with \"kubectl\": .metadata.annotations.note");
    }

    @Test
    void statusIsApartFromTheSpec() throws Exception {
        kubectl.run(DATABASE, "apply", "-f", "-").ok();
        kubectl.ok("patch", "db", "billing", "--type=merge", "-p", "{\"status\":{\"phase\":\"Ready\"}}");
        assertThat(kubectl.ok("get", "db", "billing", "-o", "jsonpath={.status.phase}"))
                .isEmpty();
        ObjectNode changed = (ObjectNode) new ObjectMapper().readTree(kubectl.ok("get", "db", "billing", "-o", "json"));
        changed.putObject("status").put("phase", "Ready");
        ((ObjectNode) changed.get("spec")).put("name", "other");
        String path = "/apis/dbops.dbprovision.io/v1alpha1/namespaces/team-billing/databases/billing/status";
        kubectl.run(changed.toString(), "replace", "--raw", path, "-f", "-").ok();
        assertThat(kubectl.ok("get", "db", "billing", "-o", "jsonpath={.status.phase} {.spec.name}"))
                .isEqualTo("Ready billing");
    }

    @Test
    void refusesAStaleVersionAndAnImmutableField() throws Exception {
        kubectl.run(DATABASE, "apply", "-f", "-").ok();
        assertThat(kubectl.run(
                                "",
                                "patch",
                                "db",
                                "billing",
                                "--type=merge",
                                "-p",
                                "{\"metadata\":{\"resourceVersion\":\"1\"},\"spec\":{\"owner\":\"x\"}}")
                        .err())
                .contains("the object has been modified");
        assertThat(kubectl.run("", "patch", "db", "billing", "--type=merge", "-p", "{\"spec\":{\"name\":\"other\"}}")
                        .err())
                .contains("database name is immutable");
        assertThat(kubectl.run(DATABASE.replace("instanceRef: {name: main}", "owner: x"), "replace", "-f", "-")
                        .err())
                .contains("either instanceRef or clusterInstanceRef must be specified");
        assertThat(kubectl.run("", "patch", "db", "billing", "-p", "{\"spec\":{\"owner\":\"x\"}}")
                        .exit())
                .isNotZero();
    }

    @Test
    void findsEventsByReasonAndSource() throws Exception {
        for (String reason : new String[] {"OwnershipDriftDetected", "OwnershipDriftCorrected"}) {
            api.load("""
                    apiVersion: v1
                    kind: Event
                    metadata: {name: billing.%s, namespace: team-billing}
                    type: Normal
                    reason: %s
                    message: said so
                    source: {component: dbctl-migrate}
                    lastTimestamp: "2026-01-01T00:00:00Z"
                    involvedObject: {kind: Database, namespace: team-billing, name: billing}
                    """.formatted(reason.toLowerCase(java.util.Locale.ROOT), reason));
        }
        assertThat(kubectl.ok("get", "events", "--field-selector", "reason=OwnershipDriftCorrected"))
                .containsPattern("LAST SEEN +TYPE +REASON +OBJECT +MESSAGE")
                .containsPattern("Normal +OwnershipDriftCorrected +database/billing +said so")
                .doesNotContain("Detected");
        assertThat(kubectl.ok("get", "events", "--field-selector", "source=dbctl-migrate", "-o", "name"))
                .hasLineCount(2);
        assertThat(kubectl.ok("get", "events", "--field-selector", "source=database-controller", "-o", "name"))
                .isEmpty();
    }

    @Test
    void watchesWhatOthersChange() throws Exception {
        kubectl.run(DATABASE, "apply", "-f", "-").ok();
        Process watch = kubectl.begin(
                "get", "db", "-w", "-o", "jsonpath={.metadata.name}:{.spec.owner} ", "--output-watch-events=false");
        try (BufferedReader lines = watch.inputReader()) {
            StringBuilder seen = new StringBuilder();
            readUntil(lines, seen, "billing:");
            kubectl.ok("patch", "db", "billing", "--type=merge", "-p", "{\"spec\":{\"owner\":\"ada\"}}");
            readUntil(lines, seen, "billing:ada");
            assertThat(seen).contains("billing:ada");
        } finally {
            watch.destroyForcibly();
        }
    }

    private static void readUntil(BufferedReader from, StringBuilder seen, String end) throws java.io.IOException {
        while (seen.indexOf(end) < 0) {
            int next = from.read();
            assertThat(next).as("the watch ended after " + seen).isNotNegative();
            seen.append((char) next);
        }
    }

    @Test
    void knowsNamespacesSecretsAndWhatItServes() throws Exception {
        kubectl.run("""
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: platform}
                        ---
                        apiVersion: v1
                        kind: Secret
                        metadata: {name: admin, namespace: platform}
                        stringData: {password: x}
                        """, "apply", "-f", "-").ok();
        assertThat(kubectl.ok("get", "secret", "-n", "platform")).containsPattern("admin +Opaque +1");
        assertThat(kubectl.ok("get", "secret", "admin", "-n", "platform", "-o", "jsonpath={.data.password}"))
                .isEqualTo("eA==");
        kubectl.ok("label", "secret", "admin", "-n", "platform", "a=b");
        assertThat(kubectl.ok("get", "namespace", "kube-system", "-o", "jsonpath={.metadata.uid}"))
                .hasSize(36);
        assertThat(kubectl.ok("api-resources", "--api-group=dbops.dbprovision.io"))
                .contains("dbbaksched", "clusterdatabaseinstances");
        kubectl.ok("delete", "namespace", "platform");
        assertThat(api.find("secrets", "platform", "admin")).isEmpty();
        assertThat(kubectl.run(DATABASE.replace("team-billing", "nowhere"), "create", "-f", "-")
                        .err())
                .contains("namespaces \"nowhere\" not found");
    }
}
