package dev.plumbline.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.RememberedSplit;
import dev.plumbline.ui.fx.Theme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class SteadySplitSkinTest {
    private final LayoutMemory memory = LayoutMemory.passing();
    private Stage stage;
    private SplitPane pane;

    @Start
    void start(Stage primary) {
        stage = primary;
        pane = new SplitPane(part(), part(), part());
        pane.setDividerPositions(0.22, 0.74);
        RememberedSplit.install(pane, memory, "some.parts");
        Scene scene = new Scene(pane, 1100, 500);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static Region part() {
        ScrollPane part = new ScrollPane();
        part.setMinWidth(0);
        return part;
    }

    @Test
    void aSmallerWindowLeavesEveryPartItsShareAndNothingIsRemembered() {
        for (double width = 1080; width >= 680; width -= 40) {
            resize(width);
        }
        assertThat(width(2)).isGreaterThanOrEqualTo(160);
        assertThat(pane.getDividerPositions()[1]).isCloseTo(0.74, within(0.01));
        resize(560);
        assertThat(width(0)).isGreaterThanOrEqualTo(159);
        assertThat(width(1)).isGreaterThanOrEqualTo(159);
        assertThat(width(2)).isGreaterThanOrEqualTo(159);
        resize(1100);
        assertThat(pane.getDividerPositions()[0]).isCloseTo(0.22, within(0.01));
        assertThat(pane.getDividerPositions()[1]).isCloseTo(0.74, within(0.01));
        assertThat(memory.get("some.parts.dragged.0")).isEmpty();
        assertThat(memory.get("some.parts.dragged.1")).isEmpty();
    }

    @Test
    void whatIsDraggedIsRememberedAndEndsWhereAPartWouldVanish(FxRobot robot) {
        Node divider = pane.lookupAll(".split-pane-divider").stream()
                .filter(each -> each.getLayoutX() > 500)
                .findFirst()
                .orElseThrow();
        robot.drag(divider).dropBy(600, 0);
        ScreenStage.settle();
        assertThat(width(2)).isGreaterThanOrEqualTo(159);
        double kept = memory.number("some.parts.dragged.1", 0);
        assertThat(kept).isGreaterThan(0.8).isEqualTo(pane.getDividerPositions()[1]);
        resize(1000);
        assertThat(memory.number("some.parts.dragged.1", 0)).isEqualTo(kept);
    }

    private void resize(double width) {
        ScreenStage.onFx(() -> {
            stage.setWidth(width);
            pane.getScene().getRoot().layout();
        });
        ScreenStage.settle();
    }

    private double width(int index) {
        return ((Region) pane.getItems().get(index)).getWidth();
    }
}
