package dev.plumbline.ui.control;

import dev.plumbline.ui.fx.FxExecutor;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Two tables of the same rows and one fixed row height, side by side: up and down they scroll as one, sideways each by itself. */
public final class TablesTogether {
    private final FxExecutor afterLayout = new FxExecutor();
    private boolean moving;

    private TablesTogether() {}

    /** Both tables need a fixed cell size. They follow each other as soon as they are drawn. */
    public static void install(TableView<?> one, TableView<?> other) {
        TablesTogether together = new TablesTogether();
        one.skinProperty().subscribe(skin -> together.listen(one, other));
        other.skinProperty().subscribe(skin -> together.listen(other, one));
    }

    private void listen(TableView<?> from, TableView<?> to) {
        ScrollBar bar = verticalBar(from);
        if (bar != null) {
            bar.valueProperty().subscribe(value -> follow(from, to));
        }
    }

    private void follow(TableView<?> from, TableView<?> to) {
        if (!moving) {
            moving = true;
            move(to, offset(from));
            moving = false;
            afterLayout.execute(() -> settle(from));
        }
    }

    /** How many pixels of the rows are above what is seen. */
    private static double offset(TableView<?> table) {
        ScrollBar bar = verticalBar(table);
        return bar == null ? 0 : bar.getValue() * scrollable(table);
    }

    private static void move(TableView<?> table, double offset) {
        VirtualFlow<?> flow = flow(table);
        double way = Math.min(offset, scrollable(table)) - offset(table);
        if (flow != null && Math.abs(way) > 0.01) {
            flow.scrollPixels(way);
        }
    }

    /** A table with both bars may be told of a jump of its vertical one after it was laid out. */
    private static void settle(TableView<?> table) {
        VirtualFlow<?> flow = flow(table);
        if (flow != null) {
            flow.requestLayout();
        }
    }

    private static double scrollable(TableView<?> table) {
        VirtualFlow<?> flow = flow(table);
        double content = table.getItems().size() * table.getFixedCellSize();
        return flow != null && flow.lookup(".clipped-container") instanceof Region viewport
                ? Math.max(0, content - viewport.getHeight())
                : 0;
    }

    private static @Nullable VirtualFlow<?> flow(TableView<?> table) {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private static @Nullable ScrollBar verticalBar(TableView<?> table) {
        return table.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElse(null);
    }
}
