package dev.plumbline.ui.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.sample.SampleAccess;
import dev.plumbline.ui.sample.SampleSteps;
import dev.plumbline.ui.why.AskedQuestion;
import dev.plumbline.ui.why.WhyController;
import dev.plumbline.ui.why.WhyViewModel;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Staging on the Why screen, with the bar that every screen of the access side has. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class StagingScreenTest {
    private static final AskedQuestion ALLOWED = new AskedQuestion("app_v3", "SELECT", "ledger.entries", "");
    private static final AskedQuestion DENIED = new AskedQuestion("grafana", "SELECT", "ledger.entries", "");
    private Staging staging = new Staging();
    private ScreenStage stage;
    private StagingPage page;
    private StagedScreen screen;
    private AccessReport report = SampleAccess.billing();
    private int reviews;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @Test
    void aFixIsStagedAndTakenOffByItsOwnButton(FxRobot robot) {
        show(DENIED, Theme.LIGHT, robot, 1180, 760);
        assertThat(page.hasBar()).isFalse();
        page.stage("fixes", 0);
        assertThat(page.text("stagedCount")).isEqualTo("2 changes staged ▴");
        assertThat(page.stageWords("fixes")).startsWith("Staged ✓").contains("Stage");
        page.stage("fixes", 0);
        assertThat(page.stageWords("fixes")).startsWith("Stage");
        assertThat(page.text("stagedCount")).isEqualTo("Nothing is staged now");
        page.click("undoStaged");
        assertThat(page.text("stagedCount")).isEqualTo("2 changes staged ▴");
        page.click("discardStaged").click("undoStaged");
        assertThat(staging.entries()).hasSize(2);
        page.click("reviewStaged");
        assertThat(reviews).isEqualTo(1);
    }

    @Test
    void aDoorIsClosedByAStagedChange(FxRobot robot) {
        show(ALLOWED, Theme.LIGHT, robot, 1180, 760);
        page.stage("doors", 0);
        assertThat(staging.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.shown()).contains("REVOKE");
            assertThat(entry.from()).isEqualTo("Why?");
        });
    }

    @Test
    void keysAndPaletteReachEverything(FxRobot robot) {
        show(DENIED, Theme.LIGHT, robot, 1180, 760);
        assertThat(screen.actions()).isEmpty();
        page.stage("fixes", 0);
        ScreenStage.onFx(() -> page.node("reviewStaged").requestFocus());
        page.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(staging.entries()).isEmpty();
        ScreenStage.onFx(() -> page.node("redoStaged").requestFocus());
        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(staging.entries()).hasSize(2);
        ScreenStage.onFx(() -> page.node("discardStaged").requestFocus());
        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        assertThat(reviews).isEqualTo(1);
        assertThat(screen.actions())
                .extracting(ScreenAction::title)
                .containsExactly("Review what is staged", "Discard everything that is staged", "Undo the last staging");
        ScreenStage.onFx(() -> screen.actions().get(1).run().run());
        assertThat(staging.entries()).isEmpty();
    }

    @Test
    void whileOneTypesUndoIsTheFields(FxRobot robot) {
        show(DENIED, Theme.LIGHT, robot, 1180, 760);
        page.stage("fixes", 0);
        robot.clickOn("#role").write("x");
        page.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(staging.entries()).hasSize(2);
    }

    @Test
    void theListTellsEachAndTakesOneOff(FxRobot robot) {
        show(DENIED, Theme.LIGHT, robot, 1180, 760);
        page.stage("fixes", 0).click("stagedCount");
        ScreenStage.settle();
        var list = robot.lookup("#stagedList").query();
        assertThat(list.getAccessibleText()).contains("Delete takes one off");
        Pictures.take(list.getScene(), "staging-list");
        robot.clickOn(list.lookupAll(".remove").stream()
                .filter(button -> button.isVisible())
                .findFirst()
                .orElseThrow());
        ScreenStage.settle();
        assertThat(staging.entries()).hasSize(1);
        ScreenStage.onFx(() -> assertThat(screen.dismiss()).isTrue());
        assertThat(Window.getWindows().stream().filter(Window::isShowing)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theBarDrawn(Theme theme, FxRobot robot) {
        String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
        show(DENIED, theme, robot, 1180, 760);
        page.stage("fixes", 0);
        Pictures.take(stage.scene(), "staging-bar" + ending);
        staging = new Staging();
        report = SampleAccess.hostile();
        show(new AskedQuestion("", "SELECT", "", ""), theme, robot, 820, 560);
        show(hostile(), theme, robot, 820, 560);
        page.stage("fixes", 0);
        Pictures.take(stage.scene(), "staging-bar-small" + ending);
        page.click("discardStaged");
        Pictures.take(stage.scene(), "staging-bar-nothing" + ending);
    }

    private AskedQuestion hostile() {
        var snapshot = report.snapshot();
        String role = snapshot.catalog().roles().stream()
                .map(one -> one.name().shown())
                .filter(name -> name.startsWith("b_role"))
                .findFirst()
                .orElseThrow();
        String table = snapshot.objects().stream()
                .map(dev.plumbline.model.DatabaseObject::shown)
                .filter(name -> name.contains("purchase_order_line_items"))
                .findFirst()
                .orElseThrow();
        return new AskedQuestion(role, "INSERT", table, "");
    }

    private void show(AskedQuestion question, Theme theme, FxRobot robot, double width, double height) {
        screen = stage.show(() -> screen(question), theme, width, height);
        ScreenStage.settle();
        page = new StagingPage(robot, stage.scene());
    }

    private StagedScreen screen(AskedQuestion question) {
        Activity activity = new Activity(new JobRunner(Runnable::run, Platform::runLater), Clock.systemUTC());
        AccessReading reading = AccessReading.shared(ref -> (cancel, progress) -> report, activity)
                .apply(SampleSteps.BILLING);
        WhyController why = new WhyController(
                new WhyViewModel(reading, SampleAccess.answers(), activity),
                "billing",
                () -> Optional.of(question).filter(asked -> !asked.role().isEmpty()),
                new Stager(staging, "Why?"));
        return StagedScreen.over(why, staging, () -> reviews++);
    }
}
