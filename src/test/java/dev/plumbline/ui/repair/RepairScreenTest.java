package dev.plumbline.ui.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.sample.SampleReports;
import java.time.Clock;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class RepairScreenTest {
    private final SampleRepair sample = new SampleRepair();
    private ScreenStage stage;
    private RepairViewModel model;
    private RepairController controller;
    private RepairPage page;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @BeforeEach
    void noLeftOverKeys(FxRobot robot) {
        robot.release(new KeyCode[] {});
    }

    @Test
    void choosingAStepLightsItsLinesAndALineItsStep(FxRobot robot) {
        show(robot);
        page.chooseStep(3);
        assertThat(page.litLines("after")).containsExactly("DATABASE billing OWNER db_billing_owner");
        assertThat(page.litLines("now")).containsExactly("DATABASE billing OWNER postgres");
        assertThat(page.wordsOf(3))
                .contains("undo: ALTER DATABASE \"billing\" OWNER TO \"postgres\"")
                .contains("waits 5 s");
        page.clickLine("after", "MEMBER db_billing_app OF db_billing_owner");
        assertThat(page.litLines("after")).containsExactly("MEMBER db_billing_app OF db_billing_owner");
        assertThat(model.after().dryRun().litProperty().get())
                .containsExactly(model.staged().steps().get(1).step().id());
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isTrue());
        assertThat(page.litLines("after")).isEmpty();
    }

    @Test
    void theWholeRepairByMouse(FxRobot robot) {
        show(robot);
        assertThat(page.isDisabled("run")).isTrue();
        assertThat(page.text("refusal")).isEqualTo("Step 3 is destructive: allow it, or leave it out.");
        page.allow(3);
        assertThat(page.isDisabled("run")).isFalse();
        page.click("run");
        assertThat(page.focusedId()).isEqualTo("no");
        page.click("yes");
        assertThat(page.notices()).contains("Repaired and read again").contains("21 steps stand.");
        assertThat(page.text("afterTitle")).isEqualTo("Actually now");
        page.click("showRecord");
        assertThat(sample.recordsShown).hasSize(1);
        page.click("planAgain");
        assertThat(page.notices()).doesNotContain("Repaired");
    }

    @Test
    void theWholeRepairByKeyboardAndEnterRunsNothing(FxRobot robot) {
        sample.mode = SafeMode.PRODUCTION;
        show(robot);
        page.chooseStep(3).press(KeyCode.A);
        assertThat(model.staged().waitingForAllowance()).isEmpty();
        ScreenStage.onFx(() -> page.button("run").requestFocus());
        page.press(KeyCode.SPACE);
        assertThat(page.focusedId()).isEqualTo("typed");
        page.type("billing").press(KeyCode.ENTER);
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.IDLE);
        page.press(KeyCode.TAB).press(KeyCode.TAB);
        assertThat(page.focusedId()).isEqualTo("yes");
        page.press(KeyCode.TAB);
        assertThat(page.focusedId()).isEqualTo("typed");
        page.press(KeyCode.TAB).press(KeyCode.TAB).press(KeyCode.SPACE);
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.ENDED);
    }

    @Test
    void escapeClosesTheQuestionAndGivesTheFocusBack(FxRobot robot) {
        show(robot);
        page.allow(3).click("run").press(KeyCode.ESCAPE);
        assertThat(model.approvalProperty().get()).isNull();
        assertThat(page.focusedId()).isEqualTo("run");
        assertThat(page.isOpen("yes")).isFalse();
    }

    @Test
    void leavingOutAPrerequisiteGreysWhatNeedsItInSight(FxRobot robot) {
        show(robot);
        page.tick(1);
        assertThat(page.wordsOf(2)).contains("needs step 1, which is left out");
        page.chooseStep(1).press(KeyCode.SPACE);
        assertThat(page.wordsOf(2)).doesNotContain("which is left out");
    }

    @Test
    void theNameMustBeTypedWholeOnProduction(FxRobot robot) {
        sample.mode = SafeMode.PRODUCTION;
        show(robot);
        page.allow(3).click("run");
        assertThat(page.isDisabled("yes")).isTrue();
        page.type("billong");
        assertThat(page.text("hint")).contains("Character 5");
        assertThat(page.isDisabled("yes")).isTrue();
    }

    @Test
    void nowAndAfterShowTheSameRowsHoweverEitherIsScrolled(FxRobot robot) {
        show(robot, 840, 420);
        page.scroll("now", 9);
        assertThat(page.firstVisibleLine("after"))
                .isEqualTo(page.firstVisibleLine("now"))
                .isGreaterThan(3);
        page.scroll("after", 0);
        assertThat(page.firstVisibleLine("now"))
                .isEqualTo(page.firstVisibleLine("after"))
                .isZero();
    }

    @Test
    void aReadOnlyContextSaysWhyNothingRuns(FxRobot robot) {
        sample.mode = SafeMode.READ_ONLY;
        show(robot);
        assertThat(page.isDisabled("run")).isTrue();
        assertThat(page.isDisabled("prove")).isTrue();
        assertThat(page.text("refusal")).contains("read-only");
    }

    private void show(FxRobot robot) {
        show(robot, 1180, 760);
    }

    private void show(FxRobot robot, double width, double height) {
        sample.read = (cancel, progress) -> SampleReports.drifted();
        controller = stage.show(
                () -> {
                    model = sample.on(Runnable::run, Platform::runLater);
                    return new RepairController(model, LayoutMemory.passing(), Clock.systemUTC());
                },
                Theme.LIGHT,
                width,
                height);
        ScreenStage.settle();
        page = new RepairPage(robot, stage.scene());
    }
}
