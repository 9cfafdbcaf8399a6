package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.sandbox.kubeapi.Fault;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.UpgradeScreens;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.fx.UpgradeDestination;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The screens of DBUpgrades over the sandbox: what holds one up, told as it is read. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class UpgradeWindowTest extends ScreenRig {
    private static final String GROUP = "dbupgrade.subbug.learning";
    private static final String FAILED = """
            apiVersion: dbupgrade.subbug.learning/v1alpha1
            kind: DBUpgrade
            metadata: {name: acme-procurement-orders-and-goods-receipts, namespace: storefront, generation: 1}
            spec:
              migrations:
                image: "registry.storefront.example:5000/teams/acme/supply-chain/orders-and-goods-receipts-\u202etxt:2026.11.27-build.4711"
                dir: /srv/migrations/of/the/whole/supply/chain/and/its/quality/inspection/reports
              database: {type: selfHosted, connection: {urlSecretRef: {name: storefront-db, key: url}}}
              checks:
                pre:
                  minPodVersions:
                    - {selector: {matchLabels: {app.kubernetes.io/name: acme-supply-chain-procurement-purchase-order-service}}, minVersion: "1.0.0"}
            status:
              observedGeneration: 1
              conditions:
                - {type: Ready, status: "False", reason: JobFailed, message: "Job has reached the specified backoff limit", lastTransitionTime: "2026-11-27T10:00:00Z"}
                - {type: Progressing, status: "False", reason: JobFailed, message: "Job has reached the specified backoff limit", lastTransitionTime: "2026-11-27T10:00:00Z"}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: dbupgrade-acme-procurement-orders-and-goods-receipts-0123abcd, namespace: storefront, creationTimestamp: "2026-11-27T09:58:00Z"}
            status:
              failed: 1
              startTime: "2026-11-27T09:58:00Z"
              conditions: [{type: Failed, status: "True", reason: BackoffLimitExceeded, message: "Job has reached the specified backoff limit"}]
            """;
    private static Sandbox sandbox;
    private static Wiring wiring;

    @TempDir
    private static Path home;

    private final List<Destination> went = new ArrayList<>();
    private final CheckedStates checked = new CheckedStates();
    private SafeMode mode = SafeMode.CONFIRM;

    UpgradeWindowTest() {
        super(new Size(1180, 800), new Size(760, 620));
    }

    @Start
    void start(Stage primary) {
        on(primary);
    }

    @BeforeAll
    static void startTheSandbox() {
        sandbox = Sandbox.start(SandboxOptions.temporary());
        wiring = new Wiring(
                () -> Optional.of(sandbox.kubeconfig()),
                Map.of("PLUMBLINE_HOME", home.toString()),
                home,
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        wiring.close();
        sandbox.close();
    }

    @BeforeEach
    void begin() {
        begin(this::screens);
    }

    @AfterEach
    void forgetFaults() {
        sandbox.api().faults().clear();
    }

    private Screens screens() {
        Activity activity = new Activity(new JobRunner(wiring.background(), Platform::runLater), Clock.systemUTC());
        Surroundings around = new Surroundings(
                went::add, activity, checked, LayoutMemory.passing(), context -> mode, Clock.systemUTC());
        return UpgradeScreens.of(new UpgradeWork(wiring::operations).actions(), around);
    }

    @Test
    void whatHoldsAnUpgradeUpIsDrawnWithItsEvidence() {
        show(new UpgradeDestination.Gates(ref("cart")));
        waitFor(() -> text("headline").contains("pods run a version that is too low"));
        assertThat(everyWord("main"))
                .contains("PreCheckImageVersionFailed", "3 pod(s) have version below minimum 2.0.0")
                .contains("○ 0.041 is < 0.05", "▲ 2000 is not < 1000", "the operator never reads it")
                .contains("Looks again: 60 s · records the event Warning PreCheckFailed");
        TableView<?> pods = (TableView<?>) node("main").lookup(".table-view");
        assertThat(pods.getItems().get(0).toString()).contains("▲ blocks", "cart-7c9d-fghij", "2.0.0-rc.1");
        assertThat(everyWord("side")).contains("Progressing=False", "Warning PreCheckFailed (39 times)");
        assertThat(everyWord("side").indexOf("Progressing="))
                .isLessThan(everyWord("side").indexOf("Ready="));
        assertThat(checked.reasons()).containsEntry(ref("cart"), "PreCheckImageVersionFailed");
        pictures("gates-blocked");
        assertThat(pods.lookupAll(".table-cell .text"))
                .as("names and reasons of what blocks are not cut")
                .isNotEmpty()
                .noneMatch(node -> ((Text) node).getText().contains("…"));
        whenSmall(() -> assertThat(((Text) node("headline").lookup(".text")).getText())
                .as("the headline is not cut")
                .isEqualTo(text("headline")));
        show(new UpgradeDestination.Gates(ref("orders")));
        waitFor(() -> text("headline").contains("the checks after it passed"));
        assertThat(checked.reasons()).containsEntry(ref("orders"), "MigrationComplete");
        pictures("gates-done");
        show(new UpgradeDestination.Gates(ref("payments")));
        waitFor(() -> text("headline").contains("is missing"));
        pictures("gates-secret");
    }

    @Test
    void theBakeTimeRunsDownWithoutAskingTheCluster() {
        show(new UpgradeDestination.Gates(ref("catalogue")));
        waitFor(() -> text("countdown").contains("remain"));
        String before = text("countdown");
        sandbox.api().forgetRequests();
        waitFor(() -> !text("countdown").equals(before));
        assertThat(sandbox.api().requests()).isEmpty();
        assertThat(everyWord("main")).contains("waits · passes as of now", "cannot update spec while migration");
        assertThat(everyWord("main")).contains("s after the Job is done, the longest bakeSeconds of them.");
        pictures("gates-baking");
        show(new UpgradeDestination.MetricSetup(ref("catalogue")));
        ScreenStage.settle();
        assertThat(everyWord("page")).contains("http_errors_per_second", "and on (namespace, name)");
        pictures("gates-setup");
    }

    @Test
    void whatCannotBeReadIsDrawnAsUnknownAndAFailureOffersToTryAgain(FxRobot robot) {
        sandbox.api().faults().next(9, "GET", ".*storefront/pods.*", Fault.status(403, "Forbidden", "no pods for you"));
        show(new UpgradeDestination.Gates(ref("cart")));
        waitFor(() -> text("headline").contains("cannot be told"));
        assertThat(everyWord("main")).contains("cannot tell", "no pods for you");
        assertThat(checked.reasons()).containsEntry(ref("cart"), "");
        pictures("gates-unknown");
        sandbox.api().faults().clear();
        sandbox.api().faults().next(9, "GET", ".*dbupgrades/.*", Fault.status(500, "InternalError", "etcd is away"));
        robot.clickOn("Read again");
        waitFor(() -> everyWord("notices").contains("etcd is away"));
        pictures("gates-stale");
        sandbox.api().faults().clear();
        sandbox.api().load(FAILED);
        show(new UpgradeDestination.Gates(ref("acme-procurement-orders-and-goods-receipts")));
        waitFor(() -> text("headline").contains("does not try again until the spec changes"));
        assertThat(everyWord("side")).contains("BackoffLimitExceeded").doesNotContain("\u202e");
        pictures("gates-failed-long");
        show(new UpgradeDestination.Gates(ref("nothing")));
        waitFor(() -> everyWord("notices").contains("Try again"));
        pictures("gates-error");
    }

    @Test
    void anUpgradeIsWrittenLookedAtCreatedAndReadAgain(FxRobot robot) {
        show(new Destination.NewUpgrade(Sandbox.CONTEXT, "storefront"));
        waitFor(() -> ((ComboBox<?>) node("secret")).getItems().contains("storefront-db"));
        pictures("compose-empty");
        assertThat(node("create").isDisabled()).isTrue();
        write("upgradeName", "Basket");
        write("image", "registry.storefront.example:5000/basket:1.0.0");
        write("secret", "storefront-db");
        assertThat(((ComboBox<?>) node("secretKey")).getEditor().getText()).isEqualTo("url");
        press("addPods");
        write("podSelector0", "app=cart");
        assertThat(everyWord("fields")).contains("Matches 4 pods now: ");
        assertThat(((ComboBox<?>) node("podContainer0")).getItems().toString())
                .contains("cart", "proxy", "wait-for-db");
        write("podContainer0", "cart");
        write("podVersion0", "two");
        press("addPost");
        write("postMetricName0", "errors");
        write("postMetricMetric0", "http_errors_per_second");
        write("postMetricSelector0", "app in cart");
        write("postMetricValue0", "0");
        press("plan");
        waitFor(() -> everyWord("fields").contains("is not valid semver"));
        assertThat(everyWord("fields"))
                .contains(
                        "a name has lower-case letters",
                        "threshold.value cannot be empty",
                        "this is no label selector");
        pictures("compose-wrong");
        write("upgradeName", "basket");
        write("podVersion0", "2.0.0");
        write("postMetricSelector0", "app=cart");
        write("postMetricValue0", "0.05");
        press("plan");
        waitFor(() -> everyWord("computed").contains("PreCheckImageVersionFailed"));
        assertThat(everyWord("computed"))
                .contains("3 pod(s) have version below minimum 2.0.0", "waits · passes as of now");
        assertThat(everyWord("preview")).contains("name: \"basket\"", "app: \"cart\"");
        waitFor(() -> !node("create").isDisabled());
        pictures("compose-planned");
        write("dir", "/other");
        assertThat(node("create").isDisabled()).isTrue();
        write("dir", "/migrations");
        press("plan");
        waitFor(() -> !node("create").isDisabled());
        mode = SafeMode.PRODUCTION;
        press("create");
        assertThat(node("yes").isDisabled()).isTrue();
        robot.clickOn("#typed").write("basket");
        pictures("compose-question");
        sandbox.api()
                .faults()
                .next(1, "POST", ".*dryRun.*", Fault.status(403, "Forbidden", "admission webhook says no"));
        press("yes");
        waitFor(() -> everyWord("notices").contains("admission webhook says no"));
        assertThat(sandbox.api().find("dbupgrades", "storefront", "basket")).isEmpty();
        pictures("compose-denied");
        mode = SafeMode.CONFIRM;
        press("create");
        press("yes");
        waitFor(() -> everyWord("notices").contains("Created, and read again"));
        pictures("compose-created");
        assertThat(sandbox.api()
                        .find("dbupgrades", "storefront", "basket")
                        .orElseThrow()
                        .at("/spec/checks/post/metrics/0/threshold/value")
                        .asText())
                .isEqualTo("0.05");
        press("open");
        assertThat(went).containsExactly(new UpgradeDestination.Gates(ref("basket")));
        write("secretKey", "dsn");
        press("plan");
        waitFor(() -> everyWord("fields").contains("database.connection.urlSecretRef.key is immutable"));
        assertThat(node("create").isDisabled()).isTrue();
        pictures("compose-exists");
        ScreenStage.onFx(
                () -> ((ComboBox<?>) node("namespace")).getSelectionModel().select(0));
        waitFor(() -> everyWord("fields").contains("There is no Secret storefront-db in this namespace now"));
        write("upgradeName", "a".repeat(60));
        waitFor(() -> everyWord("fields").contains("at most 44 characters"));
        ScreenStage.onFx(
                () -> ((ComboBox<?>) node("databaseType")).getSelectionModel().select(1));
        press("plan");
        waitFor(() -> everyWord("fields").contains("database.aws.roleArn is required when aws is specified"));
        pictures("compose-aws");
    }

    private void write(String id, String text) {
        ScreenStage.onFx(() -> {
            if (node(id) instanceof ComboBox<?> pick) {
                pick.getEditor().setText(text);
            } else {
                ((TextField) node(id)).setText(text);
            }
        });
    }

    private void press(String id) {
        ScreenStage.onFx(() -> ((Button) node(id)).fire());
    }

    private static ResourceRef ref(String name) {
        return new ResourceRef(Sandbox.CONTEXT, GROUP, "dbupgrades", "storefront", name);
    }
}
