package dev.plumbline.ui.shell;

import dev.plumbline.ui.fx.LayoutMemory;
import javafx.geometry.Rectangle2D;
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

    void restore(Stage stage, SplitPane split) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        double x = memory.number("window.x", Double.NaN);
        double y = memory.number("window.y", Double.NaN);
        double width = memory.number("window.width", Math.min(WIDTH, screen.getWidth()));
        double height = memory.number("window.height", Math.min(HEIGHT, screen.getHeight()));
        stage.setWidth(Math.max(width, stage.getMinWidth()));
        stage.setHeight(Math.max(height, stage.getMinHeight()));
        if (!Screen.getScreensForRectangle(x + width / 2, y + 8, 1, 1).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(memory.get("window.maximized").filter("true"::equals).isPresent());
        split.setDividerPositions(memory.number("window.split", SIDE));
    }

    void keep(Stage stage, SplitPane split) {
        memory.put("window.maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified()) {
            put("x", stage.getX());
            put("y", stage.getY());
            put("width", stage.getWidth());
            put("height", stage.getHeight());
        }
        put("split", split.getDividerPositions()[0]);
    }

    private void put(String what, double value) {
        memory.put("window." + what, Double.toString(value));
    }
}
