package dev.plumbline.ui.shell;

import dev.plumbline.ui.fx.LayoutMemory;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was left, as long as a screen is there, and keeps where it is left next. */
final class WindowPlace {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 560;
    private static final double SIDE = 0.18;
    private final LayoutMemory memory;

    WindowPlace(LayoutMemory memory) {
        this.memory = memory;
    }

    /** The frame's scene in the size it had; the split is divided before it is laid out first. */
    Scene scene(Parent root, SplitPane split) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        split.setDividerPositions(memory.number("window.split", SIDE));
        return new Scene(
                root,
                Math.min(memory.number("window.width", WIDTH), screen.getWidth()),
                Math.min(memory.number("window.height", HEIGHT), screen.getHeight()));
    }

    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        double x = memory.number("window.x", Double.NaN);
        double y = memory.number("window.y", Double.NaN);
        if (!Screen.getScreensForRectangle(x + LEAST_WIDTH / 2, y + 8, 1, 1).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(memory.get("window.maximized").filter("true"::equals).isPresent());
    }

    void keep(Stage stage, SplitPane split) {
        memory.put("window.maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified()) {
            put("x", stage.getX());
            put("y", stage.getY());
            put("width", stage.getScene().getWidth());
            put("height", stage.getScene().getHeight());
        }
        put("split", split.getDividerPositions()[0]);
    }

    private void put(String what, double value) {
        memory.put("window." + what, Double.toString(value));
    }
}
