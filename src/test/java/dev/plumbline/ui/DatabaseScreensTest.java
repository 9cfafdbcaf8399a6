package dev.plumbline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.State;
import dev.plumbline.job.JobRunner;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.ChainState;
import dev.plumbline.operation.HistoryRun;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.sample.SampleReports;
import dev.plumbline.ui.sample.SampleSteps;
import dev.plumbline.ui.staging.ChangeActions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The screens of one Database as the shell gets them: one repair from the overview to its record. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class DatabaseScreensTest {
    private static final ResourceRef BILLING = SampleSteps.BILLING;
    private final List<Destination> went = new ArrayList<>();
    private final CheckedStates checked = new CheckedStates();
    private final Activity activity = new Activity(new JobRunner(Runnable::run, Platform::runLater), Clock.systemUTC());
    private boolean repaired;

    @TempDir
    private Path folder;

    private ScreenStage stage;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @Test
    void aRepairIsSeenByTheEstateTheOverviewAndTheHistory(FxRobot robot) throws Exception {
        Screens screens = WaitForAsyncUtils.waitForAsyncFx(20_000, this::screens);
        Screen overview = show(screens, new Destination.DatabaseOverview(BILLING));
        assertThat(checked.states().get(BILLING)).isEqualTo(new CheckedStates.Checked(State.MISSING, 7));
        robot.clickOn("#export");
        WaitForAsyncUtils.waitForFxEvents();
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).isEqualTo("-- fix"));
        }
        robot.clickOn("#review");
        assertThat(went).containsExactly(new Destination.Repair(BILLING));
        show(screens, went.get(0));
        ScreenStage.onFx(() -> {});
        robot.clickOn(stage.scene().getRoot().lookupAll(".allow").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow());
        robot.clickOn("#run").clickOn("#yes");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(checked.states().get(BILLING)).isEqualTo(new CheckedStates.Checked(State.OK, 0));
        robot.clickOn("#showRecord");
        assertThat(went).last().isEqualTo(new Destination.History(BILLING));
        show(screens, new Destination.History(BILLING));
        assertThat(((TableView<?>) stage.scene().lookup("#runs")).getItems()).hasSize(1);
        assertThat(stage.scene().lookup("#entries")).isNotNull();
        ScreenStage.onFx(overview::activate);
        assertThat(overview.connection().getValue()).contains("PostgreSQL 17.11");
    }

    private Screen show(Screens screens, Destination destination) {
        return stage.show(() -> screens.make(destination), Theme.LIGHT, 1180, 760);
    }

    private Screens screens() {
        Surroundings around = new Surroundings(
                went::add, activity, checked, LayoutMemory.passing(), context -> SafeMode.CONFIRM, Clock.systemUTC());
        return DatabaseScreens.of(actions(), around, Platform::runLater, name -> Optional.of(folder.resolve(name)));
    }

    private DatabaseActions actions() {
        List<HistoryRun> runs = List.of(run(BILLING.shown() + " · database billing"), run("other · database x"));
        return new DatabaseActions(
                ref -> (cancel, progress) -> repaired ? SampleReports.healthy() : SampleReports.drifted(),
                ref -> (cancel, progress) -> {
                    throw new IllegalStateException("access is not read here");
                },
                place -> (report, next) -> (cancel, progress) -> {
                    throw new IllegalStateException("no next object is proved here");
                },
                ref -> (report, question) -> (cancel, progress) -> {
                    throw new IllegalStateException("nothing is asked here");
                },
                SampleReports::plan,
                plan -> (cancel, progress) -> {
                    throw new IllegalStateException("nothing is proved here");
                },
                report -> (plan, approval, listener, cancel) -> verified(plan),
                place -> new ChangeActions(
                        (report, changes) -> (cancel, progress) -> {
                            throw new IllegalStateException("nothing is staged here");
                        },
                        plan -> (cancel, progress) -> {
                            throw new IllegalStateException("nothing is staged here");
                        },
                        (plan, approval, listener, cancel) -> {
                            throw new IllegalStateException("nothing is staged here");
                        }),
                (report, patch) -> (cancel, progress) -> true,
                new DatabaseActions.Scripts(plan -> "-- fix", plan -> "-- undo", plan -> "# plan"),
                (cancel, progress) -> runs,
                id -> (cancel, progress) -> runs.get(0),
                (cancel, progress) -> new ChainState(2, ""),
                "ada@desk");
    }

    private RepairResult verified(Plan plan) {
        repaired = true;
        RunOutcome outcome = new RunOutcome(
                RunOutcome.Ending.VERIFIED,
                List.of(),
                Optional.empty(),
                Optional.of(plan.from()),
                List.of(),
                Duration.ofMillis(40),
                "run-1");
        return new RepairResult(outcome, Recording.NOTHING);
    }

    private static HistoryRun run(String target) {
        return new HistoryRun(
                "run-1", Instant.EPOCH, "ada@desk", target, "7c1f09ab", "VERIFIED", 3, true, "", List.of());
    }
}
