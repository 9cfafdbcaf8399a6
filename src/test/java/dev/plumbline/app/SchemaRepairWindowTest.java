package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.State;
import dev.plumbline.job.JobRunner;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Name;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.ui.DatabaseScreens;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.SchemaDestination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The screens of SchemaDefinitions over the sandbox's real server: found, planned, chosen, approved, run, verified, and nothing left on the screen. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class SchemaRepairWindowTest extends ScreenRig {
    private static final String NAMESPACE = "acme-supply-chain-procurement";
    private static final String SCHEMA = "acme_supply_chain_procurement";
    private final List<Destination> went = new ArrayList<>();
    private final CheckedStates checked = new CheckedStates();
    private Sandbox sandbox;
    private Wiring wiring;
    private SafeMode mode = SafeMode.CONFIRM;

    @TempDir
    private Path home;

    SchemaRepairWindowTest() {
        super(new Size(1440, 900), new Size(1024, 700));
    }

    @Start
    void start(Stage primary) {
        on(primary);
    }

    @BeforeEach
    void startTheSandbox() {
        sandbox = Sandbox.start(SandboxOptions.temporary());
        wiring = new Wiring(
                () -> Optional.of(sandbox.kubeconfig()),
                Map.of("PLUMBLINE_HOME", home.toString()),
                home,
                Clock.systemUTC());
        begin(this::screens);
    }

    @AfterEach
    void stop() {
        wiring.close();
        sandbox.close();
    }

    private Screens screens() {
        Activity activity = new Activity(new JobRunner(wiring.background(), Platform::runLater), Clock.systemUTC());
        Surroundings around = new Surroundings(
                went::add, activity, checked, LayoutMemory.passing(), context -> mode, Clock.systemUTC());
        return DatabaseScreens.of(
                new DatabaseWork(wiring::operations).actions(),
                new SchemaWork(wiring::operations).actions(),
                around,
                Platform::runLater,
                name -> Optional.of(home.resolve(name)));
    }

    @Test
    void everyCauseOfTheRunbookIsFoundRepairedAndGone(FxRobot robot) throws Exception {
        EstateResource order = resource("purchase-order");
        show(new SchemaDestination.SchemaDrift(order));
        waitFor(() -> text("headline").startsWith("5 differences"));
        assertThat(checked.states().get(order.ref())).isEqualTo(new CheckedStates.Checked(State.DRIFT, 5));
        pictures("schema-real-drift");
        robot.clickOn("#review");
        assertThat(went).containsExactly(new SchemaDestination.SchemaRepair(order));
        show(went.get(0));
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        assertThat(isThere("prove")).isFalse();
        assertThat(everyStep())
                .contains("CREATE INDEX CONCURRENTLY", "ADD COLUMN \"approval_date\"", "ENABLE ROW LEVEL SECURITY")
                .contains("counted: no rows for which it does not hold");
        assertThat(lines("now")).contains("purchase_order_v1");
        assertThat(lines("after")).contains("approval_date");
        pictures("schema-real-repair");
        leaveOut("ADD COLUMN \"approval_date\"");
        assertThat(lines("after")).doesNotContain("approval_date");
        assertThat(text("counts")).contains(" of ");
        leaveOut("ADD COLUMN \"approval_date\"");
        robot.clickOn("#export");
        robot.interact(() -> {});
        robot.clickOn("Fix script…");
        waitFor(() -> files().size() == 1);
        String script = Files.readString(files().get(0));
        assertThat(script)
                .contains("This script is for database velocity.", "CREATE INDEX CONCURRENTLY", "BEGIN;", "COMMIT;");
        mode = SafeMode.PRODUCTION;
        robot.clickOn("#run");
        ScreenStage.settle();
        assertThat(node("yes").isDisabled()).isTrue();
        pictures("schema-real-approval");
        robot.clickOn("#typed").write("velocity");
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("Repaired and read again"));
        assertThat(text("badge")).isEqualTo("zero differences ✓");
        assertThat(lines("after")).contains("approval_date", "region_isolation");
        pictures("schema-real-verified");
        show(new SchemaDestination.SchemaDrift(order));
        waitFor(() -> words("notices").contains("has all that the resource asks for"));
        assertThat(node("review").isDisabled()).isTrue();
        assertThat(checked.states().get(order.ref())).isEqualTo(new CheckedStates.Checked(State.OK, 0));
        pictures("schema-real-none");
        show(new SchemaDestination.SchemaRepair(order));
        robot.clickOn("#showRecord");
        assertThat(went).last().isEqualTo(new Destination.Journal());
        show(new Destination.Journal());
        waitFor(() -> words("runs").toLowerCase(Locale.ROOT).contains("verified"));
        execute("DROP POLICY region_isolation ON " + SCHEMA + ".purchase_order_v1");
        show(new SchemaDestination.SchemaDrift(order));
        robot.clickOn("Read again");
        waitFor(() -> text("headline").startsWith("1 difference "));
        robot.clickOn("#review");
        assertThat(went).last().isEqualTo(new SchemaDestination.SchemaRepair(order));
        show(new SchemaDestination.SchemaRepair(order));
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        assertThat(everyStep()).contains("CREATE POLICY").doesNotContain("CREATE INDEX");
        assertThat(words("notices")).doesNotContain("Repaired");
    }

    @Test
    void rowsThatBreakAConstraintAreNamedAndTheStepCanBeLeftOut(FxRobot robot) throws Exception {
        show(new SchemaDestination.SchemaRepair(resource("supplier-invoice")));
        waitFor(() -> isThere("run") && text("refusal").contains("would fail on rows that are there"));
        assertThat(everyStep()).contains("▲ 3 rows for which it does not hold: correct that, or leave this step out");
        pictures("schema-real-rows");
        leaveOut("VALIDATE CONSTRAINT");
        waitFor(() -> !node("run").isDisabled());
        robot.clickOn("#run");
        ScreenStage.settle();
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("Repaired and read again"));
        assertThat(text("badge")).isEqualTo("1 thing still differs");
        pictures("schema-real-left");
    }

    @Test
    void anotherTypeIsHeldBackAndSaysWhatItMeans(FxRobot robot) throws Exception {
        execute("ALTER TABLE " + SCHEMA + ".goods_receipt_v1 ALTER COLUMN quantity TYPE numeric(30,4)");
        show(new SchemaDestination.SchemaRepair(resource("goods-receipt")));
        waitFor(() -> isThere("run") && text("refusal").contains("held back"));
        pictures("schema-real-held");
        robot.clickOn(allow());
        waitFor(() -> !node("run").isDisabled());
        robot.clickOn("#run");
        ScreenStage.settle();
        pictures("schema-real-held-approval");
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("Repaired and read again"));
        assertThat(text("badge")).isEqualTo("zero differences ✓");
    }

    @Test
    void whoBlocksIsNamedAndARunCanBeStopped(FxRobot robot) throws Exception {
        EstateResource order = resource("purchase-order");
        show(new SchemaDestination.SchemaRepair(order));
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        try (Connection holder = connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE " + SCHEMA + ".purchase_order_v1 IN ROW EXCLUSIVE MODE");
            robot.clickOn("#run");
            ScreenStage.settle();
            robot.clickOn("#yes");
            waitFor(() -> words("notices").contains("waits for a lock of"));
            pictures("schema-real-blocked");
            robot.clickOn("#stopRun");
            waitFor(() -> words("notices").contains("Stopped after"));
            holder.rollback();
        }
        pictures("schema-real-stopped");
        assertThat(words("notices")).contains("The database is as it was before.");
        mode = SafeMode.READ_ONLY;
        robot.clickOn("#planAgain");
        waitFor(() -> isThere("run") && text("refusal").contains("read-only"));
        assertThat(node("run").isDisabled()).isTrue();
    }

    @Test
    void whatChangedMeanwhileIsRefusedAndAnUnclaimedTableIsSetAside(FxRobot robot) throws Exception {
        EstateResource order = resource("purchase-order");
        show(new SchemaDestination.SchemaRepair(order));
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        execute("ALTER TABLE " + SCHEMA + ".purchase_order_v1 ADD COLUMN meanwhile text");
        robot.clickOn("#run");
        ScreenStage.settle();
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("has changed since the plan was made"));
        pictures("schema-real-stale");
        show(new SchemaDestination.Orphans(order));
        waitFor(() ->
                isThere("table") && !((TableView<?>) node("table")).getItems().isEmpty());
        pictures("schema-real-orphans");
        robot.clickOn("#setAside");
        Destination to = new SchemaDestination.Quarantine(order, Name.of(SCHEMA), Name.of("purchase_order_v0"));
        assertThat(went).last().isEqualTo(to);
        show(to);
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        pictures("schema-real-quarantine");
        robot.clickOn("#run");
        ScreenStage.settle();
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("Set aside and read again"));
        pictures("schema-real-set-aside");
        assertThat(count("platform_quarantine")).isEqualTo(1);
        show(new SchemaDestination.Orphans(order));
        waitFor(() -> isThere("setAside") && text("setAside").equals("Bring back…"));
        assertThat(node("setAside").isDisabled()).isTrue();
        assertThat(((TextField) node("place")).getText()).isEqualTo(SCHEMA + ".");
        robot.interact(() -> ((TextField) node("place")).setText(SCHEMA + "." + "x".repeat(64)));
        assertThat(node("setAside").isDisabled()).isTrue();
        robot.interact(() -> ((TextField) node("place")).setText(SCHEMA + ".purchase_order_v0"));
        assertThat(node("setAside").isDisabled()).isFalse();
        pictures("schema-real-aside");
        robot.clickOn("#setAside");
        Destination back = went.get(went.size() - 1);
        assertThat(back).isInstanceOf(SchemaDestination.Restore.class);
        show(back);
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        pictures("schema-real-restore");
        robot.clickOn("#run");
        ScreenStage.settle();
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("Brought back and read again"));
        assertThat(count("platform_quarantine")).isZero();
        execute("DROP TABLE " + SCHEMA + ".purchase_order_v0");
        show(new SchemaDestination.Orphans(order));
        waitFor(() -> words("instead").contains("Every table is claimed"));
    }

    @Test
    void theThreeWaysStandSideBySideAndTheOperatorIsAsked(FxRobot robot) throws Exception {
        EstateResource order = resource("purchase-order");
        show(new SchemaDestination.SchemaOptions(order));
        waitFor(() -> words("scroll").contains("Let the operator do it"));
        assertThat(words("scroll"))
                .contains(
                        "Option 3 of Velocity's runbook: Recreate Schema",
                        "works for all of it",
                        "works for part of it")
                .contains("some data cannot come back", "the operator writes no condition");
        pictures("schema-real-options");
        mode = SafeMode.PRODUCTION;
        robot.clickOn("#force");
        ScreenStage.settle();
        assertThat(node("yes").isDisabled()).isTrue();
        robot.clickOn("#typed").write("purchase-order");
        pictures("schema-real-force");
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("Set velocity.sh/force-reconcile-at"));
        assertThat(words("notices")).contains("Before: phase Ready", "After: phase Ready");
        pictures("schema-real-forced");
        mode = SafeMode.READ_ONLY;
        show(new SchemaDestination.SchemaDrift(order));
        show(new SchemaDestination.SchemaOptions(order));
        assertThat(node("force").isDisabled()).isTrue();
        show(new SchemaDestination.SchemaOptions(resource("goods-receipt")));
        waitFor(() -> words("scroll").contains("nothing to do"));
        pictures("schema-real-options-none");
    }

    private static EstateResource resource(String name) {
        return new EstateResource(
                new ResourceRef(Sandbox.CONTEXT, "velocity.sh", "schemadefinitions", NAMESPACE, name),
                "SchemaDefinition",
                "Velocity",
                "Ready",
                "",
                "",
                false);
    }

    private List<Path> files() throws java.io.IOException {
        try (var all = Files.list(home)) {
            return all.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }

    /** All steps, as a screen reader says them and as they are written: the list is scrolled through. */
    private String everyStep() {
        StringBuilder said = new StringBuilder();
        int count = ((ListView<?>) node("steps")).getItems().size();
        for (int at = 0; at < count; at++) {
            int to = at;
            ScreenStage.onFx(() -> ((ListView<?>) node("steps")).scrollTo(to));
            said.append(words("steps")).append('\n');
        }
        ScreenStage.onFx(() -> ((ListView<?>) node("steps")).scrollTo(0));
        return said.toString();
    }

    private String lines(String side) {
        ScreenStage.settle();
        return ((ListView<?>) node(side))
                .getItems().stream()
                        .map(row -> (dev.plumbline.plan.PreviewRow) row)
                        .map(row -> side.equals("now") ? row.now() : row.after())
                        .collect(Collectors.joining("\n"));
    }

    /** Clicks the check box of the step whose statement holds this. */
    private void leaveOut(String statement) {
        int count = ((ListView<?>) node("steps")).getItems().size();
        for (int at = 0; at < count; at++) {
            int to = at;
            ScreenStage.onFx(() -> ((ListView<?>) node("steps")).scrollTo(to));
            Optional<CheckBox> box = node("steps").lookupAll(".plan-cell").stream()
                    .filter(cell -> cell.lookupAll(".sql").stream()
                            .anyMatch(sql -> ((Labeled) sql).getText().contains(statement)))
                    .flatMap(cell -> cell.lookupAll(".check-box").stream())
                    .map(box1 -> (CheckBox) box1)
                    .filter(box1 -> !box1.getStyleClass().contains("allow"))
                    .findFirst();
            if (box.isPresent()) {
                ScreenStage.onFx(() -> box.get().fire());
                ScreenStage.onFx(() -> ((ListView<?>) node("steps")).scrollTo(0));
                return;
            }
        }
        throw new AssertionError("no step " + statement);
    }

    private Node allow() {
        return node("steps").lookupAll(".allow").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
    }

    private int count(String schema) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = '" + schema + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + sandbox.server().host() + ":"
                        + sandbox.server().port() + "/velocity",
                "dbops_admin",
                sandbox.administratorPassword().reveal());
    }
}
