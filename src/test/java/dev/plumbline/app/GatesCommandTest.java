package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.sandbox.kubeapi.Fault;
import dev.plumbline.testing.Kubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class GatesCommandTest {
    private static final String DRAFT = """
            apiVersion: dbupgrade.subbug.learning/v1alpha1
            kind: DBUpgrade
            metadata: {name: checkout, namespace: storefront}
            spec:
              migrations: {image: "registry.storefront.example:5000/checkout:1.0.0"}
              database: {type: selfHosted, connection: {urlSecretRef: {name: storefront-db, key: url}}}
              checks:
                pre:
                  minPodVersions:
                    - {selector: {matchLabels: {app: cart}}, minVersion: "2.0.0", containerName: cart}
            """;
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
    void podsThatBlockAreToldByNameContainerTagAndWhy() {
        Called called = gates("cart", "--detailed-exitcode");
        assertThat(called.code()).as(called.err()).isEqualTo(3);
        assertThat(called.out())
                .contains("reported: PreCheckImageVersionFailed", "computed now: ▲ PreCheckImageVersionFailed")
                .contains("3 pod(s) have version below minimum 2.0.0")
                .containsPattern(
                        "▲\\s+cart-7c9d-fghij\\s+Running\\s+cart\\s+2.0.0-rc.1\\s+a prerelease comes before 2.0.0")
                .containsPattern("▲\\s+cart-canary\\s+Running\\s+cart\\s+v1.2\\s+after a v")
                .containsPattern("▲\\s+cart-debug\\s+Succeeded\\s+cart\\s+latest")
                .containsPattern("○\\s+cart-7c9d-abcde\\s+Running\\s+cart\\s+v2.1.0")
                .contains("Metric http_errors_per_second value 0.0410 satisfies < 0.0500")
                .contains("Metric open_carts value 2000.0000 does not satisfy < 1000.0000")
                .contains("disallowDowngrade is set, and the operator never reads it")
                .contains("Warning PreCheckFailed (39 times)");
    }

    @Test
    void whatIsDoneIsDoneAndItsJobIsOnTheTimeline() throws IOException {
        Called called = gates("orders", "-o", "json", "--detailed-exitcode");
        assertThat(called.code()).as(called.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(called.out());
        assertThat(json.at("/next/reason").asText()).isEqualTo("MigrationComplete");
        assertThat(json.at("/checks/0/message").asText())
                .isEqualTo("Metric queue_messages_ready value 1.5000 satisfies <= 10.0000");
        assertThat(json.at("/job/state").asText()).isEqualTo("succeeded");
        assertThat(json.path("timeline").findValuesAsText("what"))
                .contains("dbupgrade-orders-5d41402a completed", "Normal MigrationStarted");
        assertThat(json.path("problems")).isEmpty();
    }

    @Test
    void theBakeTimeIsCountedDownAndASecretThatIsMissingIsNamed() {
        Called waiting = gates("catalogue", "--detailed-exitcode");
        assertThat(waiting.code()).as(waiting.err()).isZero();
        assertThat(waiting.out())
                .contains("computed now: ○ PostCheckBakeTimeWaiting", "s of the bake time remain.")
                .contains("A change of the spec would be refused: cannot update spec while migration is in progress");
        Called missing = gates("payments", "--detailed-exitcode");
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.out())
                .contains(
                        "▲ SecretNotFound", "connection secret \"payments-db\" not found in namespace \"storefront\"");
    }

    @Test
    void anApiThatIsNotThereIsToldAndNeverPassed() {
        sandbox.api().faults().next(9, "GET", ".*custom.metrics.*http_errors.*", Fault.status(404, "NotFound", "gone"));
        Called called = gates("cart");
        sandbox.api().faults().clear();
        assertThat(called.out()).contains("▲ fails   errors", "the API server answered", "gone");
    }

    @Test
    void whatThisLoginMayNotSeeIsUnknownAndEndsAsAFailure() {
        sandbox.api().faults().next(9, "GET", ".*storefront/pods.*", Fault.status(403, "Forbidden", "no pods for you"));
        Called called = gates("cart", "--detailed-exitcode");
        sandbox.api().faults().clear();
        assertThat(called.code()).isEqualTo(1);
        assertThat(called.out()).contains("computed now: ? cannot be told.", "? unknown", "no pods for you");
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertThat(gates("nothing").err()).contains("KUBE-404");
        assertThat(gates("cart", "--context", "staging-empty").err()).contains("DBUpgrade operator is not installed");
    }

    @Test
    void whatIsNotThereYetIsJudgedWithItsChecksAndCreatedOnce() throws IOException, InterruptedException {
        Path file = Files.writeString(home.resolve("upgrade.yaml"), DRAFT);
        Called draft = file(file, "--detailed-exitcode");
        assertThat(draft.code()).as(draft.err()).isEqualTo(3);
        assertThat(draft.out())
                .contains("Not there yet", "computed now: ▲ PreCheckImageVersionFailed")
                .contains(
                        "of what is only written down the cluster alone is asked",
                        "plumbline gates checkout -n storefront")
                .contains("3 pod(s) have version below minimum 2.0.0");
        Called readOnly = file(file, "--create", "--read-only");
        assertThat(readOnly.code()).as(readOnly.err()).isEqualTo(4);
        sandbox.api()
                .faults()
                .next(1, "POST", ".*dryRun.*", Fault.status(403, "Forbidden", "admission webhook says no"));
        Called denied = file(file, "--create");
        sandbox.api().faults().clear();
        assertThat(denied.code()).isEqualTo(1);
        assertThat(denied.err()).contains("admission webhook says no");
        assertThat(sandbox.api().find("dbupgrades", "storefront", "checkout")).isEmpty();
        Called created = file(file, "--create");
        assertThat(created.code()).as(created.err()).isZero();
        assertThat(created.out())
                .contains("Created DBUpgrade", "storefront/checkout")
                .contains("Its migration will not start as things stand:", "3 pod(s) have version below minimum 2.0.0");
        assertThat(file(file).out()).contains("asks for the same: nothing would change");
        assertThat(file(file, "--create").err())
                .contains("there is one of this name already", "Choose another name, or delete or edit")
                .doesNotContain("Correct the field");
        Files.writeString(file, DRAFT.replace("key: url", "key: dsn").replace("2.0.0", "two"));
        Called changed = file(file, "-o", "json", "--detailed-exitcode");
        assertThat(changed.code()).isEqualTo(3);
        JsonNode json = new ObjectMapper().readTree(changed.out());
        assertThat(json.path("exists").asBoolean()).isTrue();
        assertThat(json.path("refusals").findValuesAsText("text"))
                .contains(
                        "database.connection.urlSecretRef.key is immutable",
                        "checks.pre.minPodVersions[0].minVersion \"two\" is not valid semver: Invalid Semantic Version");
        Kubectl.assumeInstalled();
        assertThat(new Kubectl(sandbox.kubeconfig(), home).ok("get", "dbupgrades", "checkout", "-n", "storefront"))
                .contains("checkout");
    }

    @Test
    void aFileThatHoldsNoDbUpgradeIsRefusedInWords() throws IOException {
        Path file = Files.writeString(home.resolve("other.yaml"), "apiVersion: v1\nkind: Pod\n");
        assertThat(file(file).err()).contains("GATES-FILE", "found \"v1 Pod\"");
        Files.writeString(file, "a: [");
        assertThat(file(file).err()).contains("it is no YAML");
        Files.writeString(file, DRAFT.replace("namespace: storefront", "namespace: elsewhere"));
        assertThat(file(file).err()).contains("it names namespace elsewhere");
        assertThat(Called.with(home, "--kubeconfig", sandbox.kubeconfig().toString(), "gates")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void kubectlShowsTheSample() throws IOException, InterruptedException {
        Kubectl.assumeInstalled();
        Kubectl kubectl = new Kubectl(sandbox.kubeconfig(), home);
        assertThat(kubectl.ok("get", "dbupgrades", "-n", "storefront"))
                .contains("REASON", "PreCheckImageVersionFailed", "MigrationComplete", "SecretNotFound");
        assertThat(kubectl.ok("get", "pods,jobs", "-n", "storefront")).contains("cart-canary", "dbupgrade-orders");
        assertThat(kubectl.ok(
                        "get",
                        "--raw",
                        "/apis/custom.metrics.k8s.io/v1beta2/namespaces/storefront/pods/*/http_errors_per_second"))
                .contains("\"41m\"");
        assertThat(kubectl.ok(
                        "get",
                        "--raw",
                        "/apis/external.metrics.k8s.io/v1beta1/namespaces/storefront/queue_messages_ready"))
                .contains("1500m");
    }

    private Called file(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--kubeconfig",
                sandbox.kubeconfig().toString(),
                "gates",
                "--file",
                file.toString(),
                "-n",
                "storefront"));
        arguments.addAll(List.of(more));
        return Called.with(home, arguments.toArray(String[]::new));
    }

    private Called gates(String name, String... more) {
        String[] arguments = new String[more.length + 6];
        arguments[0] = "--kubeconfig";
        arguments[1] = sandbox.kubeconfig().toString();
        arguments[2] = "gates";
        arguments[3] = name;
        arguments[4] = "-n";
        arguments[5] = "storefront";
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Called.with(home, arguments);
    }
}
