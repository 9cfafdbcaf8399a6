package dev.plumbline.ui.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.graph.GraphWorlds;
import dev.plumbline.access.graph.Overlay;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.staging.StagedEntry;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import java.util.Objects;
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
class RolesScreenTest {
    private final SampleRoles sample = new SampleRoles();
    private final Staging staging = new Staging();
    private ScreenStage stage;
    private RolesController controller;
    private RolesViewModel model;
    private RolesPage page;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    private void show(FxRobot robot) {
        controller = stage.show(
                () -> {
                    model = sample.on(Runnable::run, Platform::runLater);
                    return new RolesController(model, new Stager(staging, "test"));
                },
                Theme.LIGHT,
                1180,
                760);
        ScreenStage.settle();
        page = new RolesPage(robot, stage.scene());
    }

    @Test
    void aClickOpensTheInspectorAndEscapeClosesIt(FxRobot robot) {
        show(robot);
        assertThat(page.counts()).isEqualTo("11 roles · 6 memberships · 4 differ");
        assertThat(page.inspectorIsOpen()).isFalse();
        page.clickGraph(206, 115);
        assertThat(model.chosenProperty().get()).hasSize(1);
        assertThat(page.inspectorIsOpen()).isTrue();
        assertThat(page.inspector()).contains("login");
        ScreenStage.onFx(() -> assertThat(controller.dismiss()).isTrue());
        assertThat(page.inspectorIsOpen()).isFalse();
    }

    @Test
    void membershipsAreStagedFromTheInspector(FxRobot robot) {
        show(robot);
        page.search("role:reporting").press(KeyCode.ENTER);
        assertThat(page.stageable()).isNotEmpty();
        page.stageOffer(0, "End this membership");
        page.join("billing_writers");
        assertThat(staging.entries())
                .extracting(StagedEntry::shown)
                .containsExactly(
                        "REVOKE \"billing_readers\" FROM \"reporting\" GRANTED BY \"postgres\"",
                        "GRANT \"billing_writers\" TO \"reporting\" WITH INHERIT TRUE, SET TRUE");
        Pictures.take(stage.scene(), "roles-staged");
    }

    @Test
    void typingDimsTheRestAndEnterChoosesWhatWasFound(FxRobot robot) {
        show(robot);
        page.search("role:reporting");
        assertThat(page.answer()).isEqualTo("1 match");
        page.press(KeyCode.ENTER);
        assertThat(model.chosenProperty().get()).containsExactly("role:reporting");
        assertThat(page.inspector()).contains("INHERIT SET ADMIN, granted by postgres");
        page.press(KeyCode.RIGHT);
        assertThat(model.chosenProperty().get()).containsExactly("role:billing_readers");
        page.press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(model.chosenProperty().get()).containsExactly("role:billing_readers");
    }

    @Test
    void twoChosenRolesShowAllPathsBetweenThem(FxRobot robot) {
        show(robot);
        ScreenStage.onFx(() -> {
            model.choose("role:app_v3", false);
            model.choose("role:db_billing_owner", true);
        });
        assertThat(page.inspector())
                .contains("1 path from app_v3 to db_billing_owner.")
                .contains("2 hops · inherits")
                .contains("app_v3 → billing_writers");
    }

    @Test
    void theOverlayAndTheFocusAreChosenByButtons(FxRobot robot) {
        show(robot);
        page.click("declared");
        assertThat(model.overlayProperty().get()).isEqualTo(Overlay.DECLARED);
        page.click("live");
        assertThat(model.overlayProperty().get()).isEqualTo(Overlay.LIVE);
        page.click("live");
        assertThat(model.overlayProperty().get()).isEqualTo(Overlay.LIVE);
    }

    @Test
    void theTreeTellsTheSameAndChoosesToo(FxRobot robot) {
        show(robot);
        page.click("asTree");
        assertThat(page.tree().isVisible()).isTrue();
        assertThat(page.tree().getRoot().getChildren()).hasSize(6);
        ScreenStage.onFx(() -> page.tree().getSelectionModel().select(1));
        assertThat(model.chosenProperty().get()).hasSize(1);
        page.click("asGraph");
        assertThat(page.tree().isVisible()).isFalse();
    }

    @Test
    void keysZoomAndAPictureIsOffered(FxRobot robot) {
        show(robot);
        page.clickGraph(5, 700);
        page.press(KeyCode.CONTROL, KeyCode.MINUS).press(KeyCode.CONTROL, KeyCode.DIGIT0);
        ScreenStage.onFx(() -> model.exportPicture(Pixels.png(page.canvas().picture())));
        assertThat(sample.offered)
                .singleElement()
                .satisfies(file -> assertThat(file).startsWith("billing-roles.png "));
        assertThat(Integer.parseInt(sample.offered.get(0).split(" ")[1])).isGreaterThan(5_000);
    }

    @Test
    void aFailureAndAGapStandWhereTheDrawingWouldMislead(FxRobot robot) {
        sample.read = SampleRoles.failing();
        show(robot);
        assertThat(page.instead()).contains("Connection refused.");
        sample.read =
                (cancel, progress) -> SampleRoles.report(GraphWorlds.small().gap("memberships"), GraphWorlds.BILLING);
        ScreenStage.onFx(() -> controller.readAgain());
        assertThat(page.notices()).contains("unknown, not absent").contains("memberships: permission denied");
        assertThat(Objects.requireNonNull(model.drawing().value()).graph().nodes())
                .isNotEmpty();
    }
}
