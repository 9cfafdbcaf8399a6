package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.sandbox.Sandbox;
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
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
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

/** The shipped runbook for a drifted schema in the window, by the ways that its own test does not take: the operator makes it again, and the table is recreated. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class RunbookWaysWindowTest extends ScreenRig {
    private static final String TABLE = "acme_supply_chain_procurement.goods_receipt_v1";
    private static final EstateResource RECEIPT = new EstateResource(
            new ResourceRef(Sandbox.CONTEXT, "velocity.sh", "schemadefinitions", RunbookEstate.ACME, "goods-receipt"),
            "SchemaDefinition",
            "Velocity",
            "Ready",
            "",
            "",
            false);
    private static final Destination FROM = new SchemaDestination.SchemaDrift(RECEIPT);
    private final List<Destination> went = new ArrayList<>();
    private RunbookEstate estate;
    private Wiring wiring;

    @TempDir
    private Path home;

    RunbookWaysWindowTest() {
        super(new Size(1440, 900), new Size(1024, 700));
    }

    @Start
    void start(Stage primary) {
        on(primary);
    }

    @BeforeEach
    void startTheSandbox() {
        estate = RunbookEstate.start(home);
        wiring = new Wiring(
                () -> Optional.of(estate.kubeconfig()),
                Map.of("PLUMBLINE_HOME", home.toString()),
                home,
                Clock.systemUTC());
        begin(this::screens);
    }

    @AfterEach
    void stop() throws Exception {
        wiring.close();
        estate.close();
    }

    private Screens screens() {
        Activity activity = new Activity(new JobRunner(wiring.background(), Platform::runLater), Clock.systemUTC());
        Surroundings around = new Surroundings(
                went::add,
                activity,
                new CheckedStates(),
                LayoutMemory.passing(),
                context -> SafeMode.CONFIRM,
                Clock.systemUTC());
        return RunbookScreens.of(
                new RunbookActions(
                        wiring::runbooks, Optional::empty, name -> Optional.of(home.resolve(name)), folder -> {}),
                around);
    }

    @Test
    void theOperatorMakesItAgainAndTheTableIsRecreated(FxRobot robot) throws Exception {
        List<RunbookCase> cases = estate.cases().stream()
                .filter(each -> each.name().equals("quarantine-drifted-schema"))
                .toList();
        cases.get(0).staging().stage();
        for (String way : List.of("operator", "recreate")) {
            RunbookCase staged = cases.stream()
                    .filter(each -> each.options().contains("way=" + way))
                    .findFirst()
                    .orElseThrow();
            staged.staging().stage();
            String run = begin(robot);
            go(robot, run, way);
            assertThat(words("notices")).contains("Finished");
            assertThat(words("evidence")).contains("Chosen: " + way, "Zero differences");
            assertThat(words("transcript")).contains("chain verifies");
            picture("runbooks-" + way + "-finished-light");
        }
    }

    private String begin(FxRobot robot) {
        Destination beginning = new Destination.BeginRun(FROM, "quarantine-drifted-schema");
        forget(beginning);
        show(beginning);
        waitFor(() -> isThere("input-schema"));
        robot.interact(() -> input("table").getEditor().setText(TABLE));
        robot.clickOn("#begin");
        waitFor(() -> !went.isEmpty() && went.get(went.size() - 1) instanceof Destination.RunbookRun);
        Destination.RunbookRun run = (Destination.RunbookRun) went.get(went.size() - 1);
        show(run);
        waitFor(() -> isThere("run"));
        return run.run();
    }

    /** Step by step as a person would: looks at what changes, allows what takes away, runs, and answers what is asked. */
    private void go(FxRobot robot, String run, String way) {
        while (state(run).next().isPresent()) {
            Block block = state(run).next().orElseThrow().block();
            waitFor(() -> words("detail").contains(block.kind().words() + " · " + block.id())
                    && !node("abort").isDisabled());
            switch (block.kind()) {
                case DECISION -> robot.clickOn("#choose-" + way);
                case DUMP -> dump(robot, run, block);
                case APPROVE, MANUAL -> {
                    if (isThere("typed")) {
                        typed(robot, "no dump of " + TABLE);
                        break;
                    }
                    robot.clickOn("#note").write("They have.");
                    robot.clickOn("#answer");
                }
                default -> run(robot, block, way);
            }
            waitFor(() -> {
                StepStatus status = state(run).step(block.id()).orElseThrow().status();
                assertThat(status).isNotIn(StepStatus.FAILED, StepStatus.NOT_VERIFIED);
                return status.isBehind();
            });
        }
        waitFor(() -> words("notices").contains("Finished"));
    }

    /** Where no pg_dump here is as new as the server the step says what is needed, and is left out with a reason. */
    private void dump(FxRobot robot, String run, Block block) {
        key(robot, KeyCode.R);
        waitFor(() -> {
            StepStatus status = state(run).step(block.id()).orElseThrow().status();
            return (status.isBehind() || status == StepStatus.FAILED)
                    && !node("abort").isDisabled();
        });
        if (state(run).step(block.id()).orElseThrow().status() == StepStatus.FAILED) {
            waitFor(() -> words("detail").contains("Install the client programs of PostgreSQL"));
            picture("runbooks-recreate-no-dump-light");
            key(robot, KeyCode.S);
            waitFor(() -> isThere("reason"));
            robot.clickOn("#reason").write("no pg_dump here");
            robot.clickOn("#yes");
        }
    }

    /** Neither skipped nor agreed to in passing. */
    private void typed(FxRobot robot, String words) {
        assertThat(node("skip").isDisabled()).isTrue();
        assertThat(node("answer").isDisabled()).isTrue();
        robot.interact(() -> ((TextField) node("typed")).setText(words.substring(1)));
        assertThat(node("answer").isDisabled()).isTrue();
        robot.interact(() -> ((TextField) node("typed")).setText(words));
        picture("runbooks-recreate-typed-light");
        robot.clickOn("#answer");
    }

    private void run(FxRobot robot, Block block, String way) {
        if (StepClassifier.of(block).changes()) {
            key(robot, KeyCode.P);
            waitFor(() -> isThere("verdict") && !node("preview").isDisabled());
            for (Node allow : node("detail").lookupAll(".allow")) {
                robot.clickOn(allow);
            }
            picture("runbooks-" + way + "-" + block.id() + "-light");
            waitFor(() -> !node("run").isDisabled());
        }
        key(robot, KeyCode.R);
    }

    private RunState state(String run) {
        return wiring.runbooks().runs().state(run);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> input(String name) {
        return (ComboBox<String>) node("input-" + name);
    }

    private static void key(FxRobot robot, KeyCode code) {
        robot.push(code);
        ScreenStage.settle();
    }
}
