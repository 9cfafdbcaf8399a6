package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.State;
import dev.plumbline.job.JobRunner;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.sandbox.kubeapi.Fault;
import dev.plumbline.ui.DatabaseScreens;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.ManagedDestination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The screens of ManagedDatabases over the sandbox: told as they are, then one rotated, stopped halfway and resumed. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RotationWindowTest extends ScreenRig {
    private static final String NAMESPACE = "registry";
    private static final String LONG = "acme-supply-chain-procurement-orders-and-goods-receipts";
    private static final long BRAKE = 4711;
    private static Sandbox sandbox;
    private static Wiring wiring;

    @TempDir
    private static Path home;

    private final List<Destination> went = new ArrayList<>();
    private final CheckedStates checked = new CheckedStates();
    private SafeMode mode = SafeMode.CONFIRM;

    RotationWindowTest() {
        super(new Size(1280, 840), new Size(860, 640));
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

    @Start
    void start(Stage primary) {
        on(primary);
    }

    @BeforeEach
    void open() {
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
        return DatabaseScreens.of(
                new DatabaseWork(wiring::operations).actions(),
                new SchemaWork(wiring::operations).actions(),
                new MigrationWork(wiring::operations, Optional::empty)::actions,
                new ManagedWork(wiring::operations).actions(),
                around,
                Platform::runLater,
                name -> Optional.of(home.resolve(name)));
    }

    @Test
    @Order(1)
    void whatKeepsCredentialsFromBeingRotatedIsDrawnWithItsEvidence(FxRobot robot) throws SQLException {
        try (Connection worker = as("dba_m1", password("mirror-m1"), "registry_mirror")) {
            assertThat(worker.isValid(1)).isTrue();
            show(managed("mirror"));
            waitFor(() -> text("headline").equals("mirror: m2 → m3, 1 migration is pending"));
            assertThat(everyWord("main"))
                    .contains("m1\n○ applied", "m2\n● current", "m3\n△ next, desired")
                    .contains("Two heads: m3 and m3b both follow m2; the way to m3 takes m3.")
                    .contains("m3b", "follows m2 too, and is not on the way")
                    .contains("still used", "Secret mirror-m1 is used in pod mirror-worker-0 (variable PGPASSWORD of")
                    .contains("Secret mirror-m1 will be used again by CronJob mirror-prune")
                    .containsPattern("session \\d+ in registry_mirror from 127.0.0.1, pod mirror-worker-0")
                    .contains("dba_m2: can log in, in its group", "stays", "No session has this login now.")
                    .contains("alterColumn manifest (media_type)", "stops it", "nulls in media_type")
                    .contains("createIndex unique manifest (id)", "a unique index covers them already");
            assertThat(everyWord("notices")).contains("Its operator reports, as temporary: Secret mirror-m1 is used");
            assertThat(everyWord("migration")).contains("quay.example/mirror:m3", "spec.schemaHints[3].table");
            assertThat(state("mirror")).contains(State.DRIFT);
            assertThat(text("forecast")).startsWith("Cannot be rotated now: ");
            pictures("rotation-in-use");
            robot.clickOn("m1");
            assertThat(everyWord("migration"))
                    .contains("quay.example/mirror:m1")
                    .doesNotContain("mirror:m3");
            robot.clickOn("#review");
            assertThat(went).last().isEqualTo(new ManagedDestination.Rotation(ref("mirror")));
            show(went.get(went.size() - 1));
            waitFor(() -> everyWord("notices").contains("in the way of this rotation"));
            assertThat(node("run").isDisabled()).isTrue();
            assertThat(everyWord("notices")).contains("In the way: Secret mirror-m1 is used in pod mirror-worker-0");
            pictures("rotation-refused");
        }
        sandbox.api().faults().next(9, "GET", ".*registry/pods.*", Fault.status(403, "Forbidden", "no pods for you"));
        show(managed("mirror"));
        robot.clickOn("Read again");
        waitFor(() -> everyWord("main").contains("no pods for you"));
        assertThat(everyWord("main")).contains("cannot tell", "? Unknown: who takes Secret mirror-m1");
        pictures("rotation-unknown");
        sandbox.api().faults().clear();
    }

    @Test
    @Order(2)
    void aMissingLinkACircleALongNameAndWhatCannotBeReadAreNamed(FxRobot robot) {
        show(managed("missing-link"));
        waitFor(() -> everyWord("main").contains("✕ missing"));
        assertThat(everyWord("main"))
                .contains("Unable to fetch DatabaseMigration (registry/e4): there is none of this name");
        robot.clickOn("e4");
        assertThat(everyWord("migration")).contains("There is no DatabaseMigration called e4");
        pictures("rotation-missing");
        show(managed("cycle"));
        waitFor(() -> everyWord("main").contains("goes in a circle: g2 after g1 after g2."));
        assertThat(everyWord("main")).contains("↺ back to g1");
        pictures("rotation-cycle");
        show(managed("legacy"));
        waitFor(() -> everyWord("notices").contains("its connection string is for mysql"));
        assertThat(everyWord("main")).contains("current, by the status alone", "unknown, not absent");
        assertThat(state("legacy")).contains(State.UNKNOWN);
        robot.clickOn("#review");
        show(new ManagedDestination.Rotation(ref("legacy")));
        waitFor(() -> everyWord("instead").contains("which Plumbline does not speak"));
        pictures("rotation-unread");
        sandbox.api().load(longNames());
        show(managed(LONG));
        waitFor(() -> everyWord("main").contains("applied before…"));
        assertThat(everyWord("main")).doesNotContain("\u202e");
        pictures("rotation-long");
        robot.clickOn("5 applied before…");
        waitFor(() -> !everyWord("main").contains("applied before…"));
        sandbox.api()
                .faults()
                .next(9, "GET", ".*manageddatabases/.*", Fault.status(500, "InternalError", "etcd is away"));
        show(managed("nothing"));
        waitFor(() -> everyWord("notices").contains("etcd is away"));
        pictures("rotation-error");
        sandbox.api().faults().clear();
        sandbox.api().faults().next(1, "GET", ".*manageddatabases/.*", Fault.delayed(Duration.ofSeconds(30)));
        show(managed("two-heads"));
        waitFor(() -> node("progress").lookup(".quiet").isVisible());
        picture("rotation-loading-light");
        robot.clickOn("Cancel");
        waitFor(() -> everyWord("instead").contains("Reading was cancelled"));
        pictures("rotation-stopped");
    }

    @Test
    @Order(3)
    void aRotationIsReviewedStoppedResumedAndTheChainIsReadAnew(FxRobot robot) throws Exception {
        brakeTheMigration();
        show(managed("quay"));
        waitFor(() -> text("forecast").contains("2 of them destructive"));
        assertThat(everyWord("main")).contains("unused: can go", "made with the migration", "about 40 rows");
        assertThat(isThere("metrics") && everyWord("metrics").contains("public_repositories{"))
                .isFalse();
        robot.clickOn("#measure");
        waitFor(() -> isThere("metrics") && node("metrics").lookup(".table-view") != null);
        assertThat(((TableView<?>) node("metrics").lookup(".table-view"))
                        .getItems()
                        .toString())
                .contains(
                        "database_table_rows_estimate{table=repository}, 40", "public_repositories{team=registry}, 10");
        pictures("rotation-free");
        robot.clickOn("#review");
        mode = SafeMode.PRODUCTION;
        show(new ManagedDestination.Rotation(ref("quay")));
        waitFor(() -> text("refusal").contains("are held back: allow each of them."));
        assertThat(lines("now")).contains("alembic_version  b27d9e", "login dba_a1f03c  LOGIN", "Secret quay-a1f03c");
        assertThat(lines("after"))
                .contains("alembic_version  c9e814", "login dba_c9e814  LOGIN", "Secret quay-c9e814")
                .doesNotContain("a1f03c");
        pictures("rotation-review");
        assertThat(exports()).containsExactly("Markdown…");
        allowEach(robot);
        waitFor(() -> !node("run").isDisabled());
        robot.clickOn("#run");
        ScreenStage.settle();
        assertThat(node("yes").isDisabled()).isTrue();
        robot.clickOn("#typed").write("registry");
        assertThat(node("yes").isDisabled()).isTrue();
        robot.clickOn("#typed").eraseText(8).write("quay");
        pictures("rotation-approval");
        try (Connection brake = as("registry_admin", adminPassword(), "registry");
                Statement hold = brake.createStatement()) {
            hold.execute("SELECT pg_advisory_lock(" + BRAKE + ")");
            robot.clickOn("#yes");
            waitFor(() -> everyStep().contains("▶ running")
                    && sandbox.api()
                            .find("jobs.batch", NAMESPACE, "quay-c9e814")
                            .isPresent());
            pictures("rotation-running");
            robot.clickOn("#stopRun");
            waitFor(() -> everyWord("notices").contains("Stopped after"));
        }
        assertThat(everyWord("notices")).contains("What is done stands. Resume reads everything again", "Resume…");
        assertThat(lines("after")).contains("alembic_version  b27d9e").doesNotContain("dba_a1f03c");
        pictures("rotation-run-stopped");
        waitFor(() -> sandbox.api()
                .find("jobs.batch", NAMESPACE, "quay-c9e814")
                .filter(job -> job.at("/status/succeeded").asInt() == 1)
                .isPresent());
        robot.clickOn("#planAgain");
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        assertThat(everyStep()).contains("CREATE ROLE \"dba_c9e814\"").doesNotContain("DROP ROLE", "quay-a1f03c");
        mode = SafeMode.CONFIRM;
        robot.clickOn("#run");
        ScreenStage.settle();
        robot.clickOn("#yes");
        waitFor(() -> everyWord("notices").contains("Rotated and read again"));
        assertThat(text("badge")).isEqualTo("zero differences ✓");
        assertThat(lines("after")).contains("Secret quay-c9e814", "status.currentVersion  c9e814");
        String password = password("quay-c9e814");
        assertThat(everyWord("notices") + everyStep() + lines("after") + lines("now"))
                .doesNotContain(password);
        pictures("rotation-verified");
        try (Connection newest = as("dba_c9e814", password, "registry")) {
            assertThat(newest.isValid(1)).isTrue();
        }
        show(managed("quay"));
        waitFor(() -> text("headline").equals("quay is at its desired version, c9e814"));
        assertThat(everyWord("main"))
                .contains("c9e814\n● current, desired")
                .doesNotContain("dba_a1f03c")
                .doesNotContain(password);
        assertThat(node("review").isDisabled()).isTrue();
        assertThat(state("quay")).contains(State.OK);
        pictures("rotation-done");
        show(new ManagedDestination.Rotation(ref("quay")));
        robot.clickOn("#planAgain");
        waitFor(() -> everyWord("instead").contains("Nothing is to be done"));
        pictures("rotation-empty");
    }

    /** The migration waits until the test lets it go on. */
    private static void brakeTheMigration() {
        sandbox.api().change("databasemigrations", NAMESPACE, "c9e814", now -> {
            var container = now.withObject("/spec").withObject("/migrationContainerSpec");
            String sql = container.at("/args/0").asText();
            container
                    .putArray("args")
                    .add("SET LOCAL lock_timeout = '60s'; SELECT pg_advisory_xact_lock(" + BRAKE + "); " + sql);
            return now;
        });
    }

    private static String longNames() {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: dbaoperator.app-sre.redhat.com/v1alpha1
                kind: ManagedDatabase
                metadata: {name: %s, namespace: registry, uid: long-uid}
                spec: {desiredSchemaVersion: "2026-11-27-12-quality-inspection-reports-of-the-whole-supply-chain", connection: {dsnSecret: no-such-secret}, migrationEngine: alembic}
                status:
                  currentVersion: "2026-11-27-11-quality-inspection-reports-of-the-whole-supply-chain"
                  errors: [{message: "an image of \\u202etxt.exe could not be pulled from a registry whose name is longer than any line of this window has room for, and nothing of it is left out here", temporary: false}]
                """.formatted(LONG));
        for (int number = 1; number <= 12; number++) {
            yaml.append("""
                    ---
                    apiVersion: dbaoperator.app-sre.redhat.com/v1alpha1
                    kind: DatabaseMigration
                    metadata: {name: "%s", namespace: registry}
                    spec: {previous: "%s", migrationContainerSpec: {name: m, image: "registry.example:5000/teams/acme/supply-chain/\\u202etxt/quality-inspection-reports-and-goods-receipts:2026.11.27-build.4711"}}
                    """.formatted(version(number), number == 1 ? "" : version(number - 1)));
        }
        return yaml.toString();
    }

    private static String version(int number) {
        return "2026-11-27-" + (number < 10 ? "0" : "") + number
                + "-quality-inspection-reports-of-the-whole-supply-chain";
    }

    private void allowEach(FxRobot robot) {
        int count = ((ListView<?>) node("steps")).getItems().size();
        for (int at = 0; at < count; at++) {
            int to = at;
            ScreenStage.onFx(() -> ((ListView<?>) node("steps")).scrollTo(to));
            node("steps").lookupAll(".allow").stream()
                    .filter(Node::isVisible)
                    .map(CheckBox.class::cast)
                    .filter(box -> !box.isSelected() && !box.isDisabled())
                    .findFirst()
                    .ifPresent(robot::clickOn);
            ScreenStage.settle();
        }
    }

    private List<String> exports() {
        return ((MenuButton) node("export"))
                .getItems().stream()
                        .filter(MenuItem::isVisible)
                        .map(MenuItem::getText)
                        .toList();
    }

    private String everyStep() {
        StringBuilder said = new StringBuilder();
        int count = ((ListView<?>) node("steps")).getItems().size();
        for (int at = 0; at < count; at++) {
            int to = at;
            ScreenStage.onFx(() -> ((ListView<?>) node("steps")).scrollTo(to));
            said.append(everyWord("steps")).append('\n');
        }
        return said.toString();
    }

    private String lines(String side) {
        ScreenStage.settle();
        return ((ListView<?>) node(side))
                .getItems().stream()
                        .map(row -> (PreviewRow) row)
                        .map(row -> side.equals("now") ? row.now() : row.after())
                        .collect(Collectors.joining("\n"));
    }

    private static ResourceRef ref(String name) {
        return new ResourceRef(Sandbox.CONTEXT, "dbaoperator.app-sre.redhat.com", "manageddatabases", NAMESPACE, name);
    }

    private Optional<State> state(String name) {
        return Optional.ofNullable(checked.states().get(ref(name))).map(CheckedStates.Checked::state);
    }

    private static Destination managed(String name) {
        return new ManagedDestination.Managed(ref(name));
    }

    private static String password(String secret) {
        return secretText(secret, "password");
    }

    private static String adminPassword() {
        return secretText("quay-dsn", "dsn").replaceFirst(".*://registry_admin:([^@]*)@.*", "$1");
    }

    private static String secretText(String secret, String key) {
        return new String(
                Base64.getDecoder()
                        .decode(sandbox.api()
                                .find("secrets", NAMESPACE, secret)
                                .orElseThrow()
                                .path("data")
                                .path(key)
                                .asText()),
                StandardCharsets.UTF_8);
    }

    private static Connection as(String user, String password, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + sandbox.server().port() + "/" + database, user, password);
    }
}
