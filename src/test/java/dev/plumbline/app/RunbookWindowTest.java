package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.lint.RunbookFinding;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.RunbookScreens;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.SchemaDestination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.runbook.RunbookActions;
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
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The screens of runbooks over the sandbox: a shipped runbook from its inputs to its end, and a runbook of one's own from a fault to a saved text. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class RunbookWindowTest extends ScreenRig {
    private static final String NAMESPACE = "acme-supply-chain-procurement";
    private static final String TABLE = "acme_supply_chain_procurement.purchase_order_v1";
    private static final EstateResource ORDER = new EstateResource(
            new ResourceRef(Sandbox.CONTEXT, "velocity.sh", "schemadefinitions", NAMESPACE, "purchase-order"),
            "SchemaDefinition",
            "Velocity",
            "Ready",
            "",
            "",
            false);
    private static final Destination FROM = new SchemaDestination.SchemaDrift(ORDER);
    private final List<Destination> went = new ArrayList<>();
    private final List<Path> openedFolders = new ArrayList<>();
    private Sandbox sandbox;
    private Wiring wiring;
    private Path own;
    private SafeMode mode = SafeMode.CONFIRM;

    @TempDir
    private Path home;

    RunbookWindowTest() {
        super(new Size(1440, 900), new Size(1024, 700));
    }

    @Start
    void start(Stage primary) {
        on(primary);
    }

    @BeforeEach
    void startTheSandbox() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.temporary());
        wiring = new Wiring(
                () -> Optional.of(sandbox.kubeconfig()),
                Map.of("PLUMBLINE_HOME", home.toString()),
                home,
                Clock.systemUTC());
        own = Files.createDirectory(home.resolve("books"));
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
                went::add, activity, new CheckedStates(), LayoutMemory.passing(), context -> mode, Clock.systemUTC());
        return RunbookScreens.of(
                new RunbookActions(
                        wiring::runbooks,
                        () -> Optional.of(own),
                        name -> Optional.of(home.resolve(name)),
                        openedFolders::add),
                around);
    }

    @Test
    void aDriftedSchemaIsBroughtBackStepByStepAndARunbookOfOnesOwnIsMended(FxRobot robot) throws Exception {
        Destination library = new Destination.Runbooks(FROM);
        show(library);
        waitFor(() -> words("books").contains("Bring a drifted schema back"));
        assertThat(words("runs")).contains("None yet");
        assertThat(library.tabs()).last().isEqualTo(library);
        pictures("runbooks-empty");
        begin(robot);
        detect(robot);
        repair(robot);
        finish(robot);
        assertThat(isDrifted()).isFalse();
        theRunIsOpenedAgain(robot);
        ofOnesOwn(robot);
    }

    private void begin(FxRobot robot) throws Exception {
        robot.clickOn("#begin-quarantine-drifted-schema");
        show(went.get(went.size() - 1));
        waitFor(() -> isThere("input-schema"));
        assertThat(input("schema").getEditor().getText()).isEqualTo("purchase-order");
        waitFor(() -> input("schema").getItems().containsAll(List.of("purchase-order", "supplier-invoice")));
        waitFor(() -> input("table").getItems().equals(List.of(TABLE)));
        assertThat(text("offer-table")).contains("of SchemaDefinition purchase-order");
        assertThat(text("offer-table")).contains("in the Velocity database of context " + Sandbox.CONTEXT);
        assertThat(input("reader").getItems()).contains("velocity_api");
        assertThat(text("target")).contains(Sandbox.CONTEXT, NAMESPACE, "confirm each change");
        robot.interact(() -> input("table").getEditor().setText("purchase_order_v1"));
        robot.clickOn("#begin");
        ScreenStage.settle();
        assertThat(words("form")).contains("schema.table is asked for");
        pictures("runbooks-begin");
        robot.interact(() -> input("table").getEditor().setText(TABLE));
        robot.clickOn("#begin");
        waitFor(() -> went.get(went.size() - 1) instanceof Destination.RunbookRun);
        show(went.get(went.size() - 1));
        waitFor(() -> isThere("run"));
    }

    private void detect(FxRobot robot) throws Exception {
        assertThat(words("steps")).contains("Detect", "resource", "to come", "if way is: Repair from here");
        robot.clickOn("#step-repair");
        assertThat(node("run").isDisabled()).isTrue();
        key(robot, KeyCode.R);
        assertThat(state("repair")).contains("if way chooses it");
        robot.clickOn("#step-resource");
        key(robot, KeyCode.D);
        waitFor(() -> state("repair").contains("would change"));
        assertThat(state("no-drift")).contains("reads");
        assertThat(state("bring-rows-back")).contains("cannot tell");
        pictures("runbooks-dry");
        key(robot, KeyCode.R);
        waitFor(() -> state("resource").contains("verified"));
        picture("runbooks-run-light");
        assertThat(selected()).contains("operator-log");
        for (String step : List.of("operator-log", "indexes", "policies", "snapshot-before")) {
            runOrSkip(robot, step);
        }
        waitFor(() -> selected().contains("way"));
        assertThat(words("askedAbout"))
                .as("what a question is about stands beside it")
                .contains("indexes · seen ", "policies · seen ", "UTC", "(4 rows)");
        assertThat(words("detail")).contains("Repair from here", "+ Builds indexes", "− A dropped column");
        picture("runbooks-decision-light");
        robot.clickOn("#choose-repair");
        waitFor(() -> state("way").contains("verified") && selected().contains("repair"));
    }

    /** What the sandbox has none of, or refuses to the operator's login, is left out with a reason, as a person would. */
    private void runOrSkip(FxRobot robot, String step) {
        waitFor(() -> selected().contains(step) && !node("run").isDisabled());
        key(robot, KeyCode.R);
        waitFor(() -> !node("abort").isDisabled() && !state(step).contains("to come"));
        if (!state(step).contains("verified")) {
            assertThat(state(step)).contains("failed");
            picture("runbooks-failed-light");
            key(robot, KeyCode.S);
            assertThat(node("yes").isDisabled()).isTrue();
            robot.clickOn("#reason").write("not here");
            robot.clickOn("#yes");
            waitFor(() -> state(step).contains("skipped"));
        }
    }

    private void repair(FxRobot robot) throws Exception {
        key(robot, KeyCode.P);
        waitFor(() -> text("verdict").equals("would change") && !node("preview").isDisabled());
        assertThat(text("command")).contains("CREATE INDEX CONCURRENTLY", "ADD COLUMN");
        assertThat(isDrifted()).isTrue();
        mode = SafeMode.READ_ONLY;
        robot.clickOn("#step-way");
        robot.clickOn("#step-repair");
        assertThat(text("refusal")).contains("read-only");
        mode = SafeMode.PRODUCTION;
        robot.clickOn("#step-way");
        robot.clickOn("#step-repair");
        assertThat(node("run").isDisabled()).isTrue();
        pictures("runbooks-previewed");
        for (Node allow : node("detail").lookupAll(".allow")) {
            robot.clickOn(allow);
        }
        robot.interact(() -> node("typed").requestFocus());
        robot.write("velocity");
        waitFor(() -> !node("run").isDisabled());
        robot.clickOn("#run");
        waitFor(() -> state("repair").contains("verified"));
        mode = SafeMode.CONFIRM;
    }

    private void finish(FxRobot robot) throws Exception {
        assertThat(state("no-drift")).as("the dry run was before the repair").contains("from before repair");
        waitFor(() -> text("overtaken").contains("This was seen before repair ran"));
        pictures("runbooks-overtaken");
        for (String step : List.of("no-drift", "row-security-on")) {
            waitFor(() -> selected().contains(step) && !node("run").isDisabled());
            key(robot, KeyCode.R);
            waitFor(() -> state(step).contains("verified"));
        }
        for (String step : List.of("rows-are-filtered", "snapshot-after")) {
            runOrSkip(robot, step);
        }
        assertThat(words("evidence"))
                .as("what could not be asked is unknown, not false")
                .contains("Could not be asked", "permission denied to set role")
                .doesNotContain("The policies of the table do not apply");
        waitFor(() -> isThere("note"));
        robot.clickOn("#note").write("A hot fix by hand.");
        pictures("runbooks-note");
        assertThat(node("foot").lookup("#answer"))
                .as("in sight however long the step is")
                .isNotNull();
        robot.clickOn("#answer");
        waitFor(() -> words("notices").contains("Finished"));
        assertThat(words("transcript")).contains("chain verifies");
        assertThat(words("evidence")).contains("Chosen: repair");
        assertThat(words("catalog")).contains("+  column " + TABLE + ".approval_date", "catalog-repair.txt");
        pictures("runbooks-finished");
        ScreenStage.onFx(() -> ((MenuButton) node("export")).getItems().get(2).fire());
        Destination.RunbookRun run = (Destination.RunbookRun) went.get(went.size() - 1);
        Path copy = home.resolve(run.run() + ".jsonl");
        waitFor(() -> Files.exists(copy));
        robot.clickOn("#folder");
        waitFor(() -> openedFolders.size() == 1);
        assertThat(openedFolders.get(0)).isDirectoryContaining("glob:**snapshot-snapshot-before.json");
        Path kept = wiring.runbooks().runs().transcriptFile(run.run());
        waitFor(() -> Files.mismatch(kept, copy) == -1);
    }

    private void theRunIsOpenedAgain(FxRobot robot) throws Exception {
        show(new Destination.Runbooks(FROM));
        waitFor(() -> words("runs").contains("finished"));
        picture("runbooks-history-light");
        Destination first = went.get(went.size() - 1);
        robot.clickOn(node("runs").lookup(".quiet"));
        assertThat(went).last().isEqualTo(first);
        forget(first);
        show(first);
        waitFor(() -> words("notices").contains("Finished"));
        assertThat(node("run").isDisabled()).isTrue();
    }

    private void ofOnesOwn(FxRobot robot) throws Exception {
        String name =
                "a runbook of a team whose names are longer than anybody would like them to be at three in the night.md";
        Files.writeString(own.resolve(name), """
                ---
                title: What we do when the night report does not come, in every region and for every customer
                ---
                ```sh
                rm -rf /
                ```
                """);
        show(new Destination.Runbooks(FROM));
        robot.clickOn("#add");
        waitFor(() -> words("books").contains("2 faults"));
        picture("runbooks-own-light");
        Destination editor =
                new Destination.RunbookEditor(FROM, own.resolve(name).toString());
        show(editor);
        waitFor(() -> isThere("faults") && faults() == 2);
        chooseFault("RB-SHELL");
        ScreenStage.settle();
        TextArea text = (TextArea) node("text");
        assertThat(text.getSelectedText()).isEqualTo("```sh");
        pictures("runbooks-editor");
        robot.interact(() -> text.replaceText(
                text.getText().indexOf("```sh"), text.getText().length(), "```manual\ndo: Call somebody.\n```\n"));
        waitFor(() -> faults() == 0);
        robot.clickOn("#save");
        waitFor(() -> text("about").contains("saved") && !text("about").contains("not saved"));
        assertThat(Files.readString(own.resolve(name))).contains("Call somebody.");
        show(new Destination.RunbookEditor(FROM, "quarantine-drifted-schema"));
        waitFor(() -> text("about").contains("cannot be changed"));
        assertThat(((TextArea) node("text")).isEditable()).isFalse();
    }

    private void chooseFault(String code) {
        ListView<?> list = (ListView<?>) node("faults");
        ScreenStage.onFx(() -> {
            for (int at = 0; at < list.getItems().size(); at++) {
                if (((RunbookFinding) list.getItems().get(at)).code().equals(code)) {
                    list.getSelectionModel().select(at);
                }
            }
        });
    }

    private int faults() {
        return ((ListView<?>) node("faults")).getItems().size();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> input(String name) {
        return (ComboBox<String>) node("input-" + name);
    }

    /** The state of a step as the outline tells it. */
    private String state(String step) {
        return words("step-" + step);
    }

    private String selected() {
        return words("detail");
    }

    private static void key(FxRobot robot, KeyCode code) {
        robot.push(code);
        ScreenStage.settle();
    }

    private boolean isDrifted() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + sandbox.server().host() + ":"
                                + sandbox.server().port() + "/velocity",
                        "dbops_admin",
                        sandbox.administratorPassword().reveal());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM pg_catalog.pg_attribute WHERE attrelid = '" + TABLE
                                + "'::pg_catalog.regclass AND attname = 'approval_date' AND NOT attisdropped")) {
            rows.next();
            return rows.getInt(1) == 0;
        }
    }
}
