package dev.plumbline.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.sample.SampleReports;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class OverviewScreenTest {
    private final SampleOverview sample = new SampleOverview();
    private ScreenStage stage;
    private OverviewController controller;
    private OverviewPage page;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @Test
    void aCheckOpensWithItsFindingsAndItsPageAndEscapeClosesIt(FxRobot robot) {
        show(robot);
        assertThat(page.headline()).startsWith("Seven things differ");
        page.chooseCheck("Database owner");
        assertThat(page.inspector())
                .contains("Database billing belongs to postgres, not to db_billing_owner.")
                .contains("What it asks");
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isTrue());
        assertThat(page.inspectorIsOpen()).isFalse();
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isFalse());
    }

    @Test
    void arrowsWalkTheChecks(FxRobot robot) {
        show(robot);
        page.focusChecks();
        page.press(KeyCode.DOWN);
        assertThat(page.inspector()).contains("The app user db_billing_app does not exist.");
    }

    @Test
    void reviewAndExportGoWhereTheyShould(FxRobot robot) {
        show(robot);
        page.click("review").click("export");
        assertThat(sample.went).containsExactly("review", "export");
    }

    @Test
    void thePatchIsAppliedOnlyAfterTheNameWasTyped(FxRobot robot) {
        sample.mode = SafeMode.PRODUCTION;
        show(robot);
        page.click("showPatch").click("applyPatch");
        assertThat(page.isDisabled("yes")).isTrue();
        page.type("billing").press(KeyCode.ENTER);
        assertThat(sample.patched).isEmpty();
        page.click("yes");
        assertThat(sample.patched).hasSize(1);
        assertThat(page.isShown("yes")).isFalse();
    }

    @Test
    void whatCannotBeReviewedIsGreyed(FxRobot robot) {
        sample.read = (cancel, progress) -> SampleReports.unreachable();
        show(robot);
        assertThat(page.isDisabled("review")).isTrue();
        assertThat(page.notices()).contains("Connection to db.team-billing.svc:5432 refused");
    }

    private void show(FxRobot robot) {
        controller = stage.show(
                () -> new OverviewController(sample.on(Runnable::run, Platform::runLater)), Theme.LIGHT, 1180, 760);
        ScreenStage.settle();
        page = new OverviewPage(robot, stage.scene());
    }
}
