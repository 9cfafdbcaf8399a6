package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.DirectPlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.ui.DatabaseScreens;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.DatabaseDestination;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
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

/** The screens over the sandbox's real server: what a role may not do is staged from Why, proved, run, verified, and answered anew. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class StagedFromWhyTest extends ScreenRig {
    private static final ResourceRef LEDGER =
            new ResourceRef(Sandbox.CONTEXT, "dbops.dbprovision.io", "databases", "team-ledger", "ledger");
    private final List<Destination> went = new ArrayList<>();
    private Sandbox sandbox;
    private Wiring wiring;
    private SafeMode mode = SafeMode.CONFIRM;

    StagedFromWhyTest() {
        super(new Size(1180, 760), new Size(760, 620));
    }

    @TempDir
    private Path home;

    @Start
    void start(Stage primary) {
        on(primary);
    }

    @BeforeEach
    void startTheSandbox() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.temporary());
        execute("CREATE ROLE night_reader LOGIN", "CREATE ROLE passing_group");
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
                went::add, activity, new CheckedStates(), LayoutMemory.passing(), context -> mode, Clock.systemUTC());
        return DatabaseScreens.of(
                new DatabaseWork(wiring::operations).actions(), around, Platform::runLater, name -> Optional.empty());
    }

    @Test
    void aFixIsStagedProvedRunVerifiedAndTheAnswerIsAllowed(FxRobot robot) throws Exception {
        fixFromWhy(robot, LEDGER, new Destination.History(LEDGER));
        show(new Destination.History(LEDGER));
        waitFor(() -> words("runs").contains("VERIFIED") || words("runs").contains("verified"));
    }

    @Test
    void theSameOverAConnectionWithoutACluster(FxRobot robot) throws Exception {
        String dsn = sandbox.dsn().replace("/postgres?", "/ledger?");
        wiring.operations().direct().add("ledger by hand", dsn);
        DirectPlace place = new DirectPlace("ledger by hand");
        assertThat(new DatabaseDestination.Why(place).tabs())
                .startsWith(new Destination.Direct("ledger by hand"), new DatabaseDestination.Roles(place))
                .doesNotHaveAnyElementsOfTypes(Destination.Repair.class, Destination.History.class);
        fixFromWhy(robot, place, new Destination.Journal());
    }

    private void fixFromWhy(FxRobot robot, DatabasePlace place, Destination record) throws Exception {
        show(new DatabaseDestination.Why(place));
        ask(robot, "night_reader", "posting.entry");
        waitFor(() -> text("verdict").contains("DENIED"));
        robot.interact(() -> stageButton("fixes").fire());
        assertThat(text("stagedCount")).contains("staged");
        robot.clickOn("#reviewStaged");
        assertThat(went).containsExactly(new DatabaseDestination.Review(place));
        show(new DatabaseDestination.Review(place));
        waitFor(() -> isThere("run") && !node("run").isDisabled());
        waitFor(() -> words("gainLines").contains("+ night_reader gains SELECT on posting.entry"));
        robot.clickOn("#prove");
        waitFor(() -> text("badge").contains("proved"));
        waitFor(() -> text("gainBasis").equals("proved ✓"));
        assertThat(privilege()).isEqualTo("f");
        picture("review-real-proved");
        robot.clickOn("#run");
        ScreenStage.settle();
        robot.clickOn("#yes");
        waitFor(() -> words("notices").contains("Changed and read again"));
        assertThat(privilege()).isEqualTo("t");
        assertThat(isThere("stagingBar")).isFalse();
        picture("review-real-ran");
        robot.clickOn("#showRecord");
        assertThat(went).last().isEqualTo(record);
        show(new DatabaseDestination.Why(place));
        waitFor(() -> text("verdict").contains("ALLOWED"));
    }

    @Test
    void aRoleDroppedBetweenStagingAndReviewIsNamedAndAReadOnlyContextRunsNothing(FxRobot robot) throws Exception {
        mode = SafeMode.READ_ONLY;
        show(new DatabaseDestination.Why(LEDGER));
        ask(robot, "night_reader", "posting.entry");
        waitFor(() -> text("verdict").contains("DENIED"));
        robot.interact(() -> stageButton("fixes").fire());
        robot.interact(() -> {
            ((TextField) node("role")).setText("passing_group");
            ((Button) node("ask")).fire();
        });
        waitFor(() -> words("answer").contains("passing_group"));
        waitFor(() -> stageButton("fixes").getText().equals("Stage"));
        robot.interact(() -> stageButton("fixes").fire());
        execute("DROP ROLE passing_group");
        show(new DatabaseDestination.Review(LEDGER));
        waitFor(() -> isThere("run") && words("notices").contains("role passing_group is gone"));
        assertThat(node("run").isDisabled()).isTrue();
        assertThat(node("prove").isDisabled()).isTrue();
        assertThat(text("refusal")).contains("read-only");
        assertThat(words("steps")).contains("night_reader").doesNotContain("passing_group");
        assertThat(privilege()).isEqualTo("f");
        picture("review-real-gone");
    }

    private void ask(FxRobot robot, String role, String object) {
        robot.interact(() -> {
            ((TextField) node("role")).setText(role);
            ((TextField) node("object")).setText(object);
            ((Button) node("ask")).fire();
        });
    }

    private Button stageButton(String part) {
        return (Button) node(part).lookupAll(".stage").iterator().next();
    }

    private String privilege() throws SQLException {
        return new SandboxSql(sandbox, "ledger")
                .query("SELECT pg_catalog.has_table_privilege('night_reader', 'posting.entry', 'SELECT')");
    }

    private void execute(String... statements) throws SQLException {
        new SandboxSql(sandbox, "ledger").execute(statements);
    }
}
