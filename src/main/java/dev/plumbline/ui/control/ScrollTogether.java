package dev.plumbline.ui.control;

import dev.plumbline.ui.fx.FxExecutor;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Two lists of equally many rows of one fixed height that show the same rows, however either is scrolled. */
public final class ScrollTogether {
    /** A list that is told to move while its neighbour is being laid out would else wait for the next reason to be laid out. */
    private final FxExecutor afterLayout = new FxExecutor();

    private boolean moving;

    private ScrollTogether() {}

    /** Both lists need a fixed cell size. They follow each other as soon as they are drawn. */
    public static void install(ListView<?> one, ListView<?> other) {
        ScrollTogether together = new ScrollTogether();
        one.skinProperty().subscribe(skin -> together.listen(one, other));
        other.skinProperty().subscribe(skin -> together.listen(other, one));
    }

    private void listen(ListView<?> from, ListView<?> to) {
        ScrollBar bar = verticalBar(from);
        if (bar != null) {
            bar.valueProperty().subscribe(value -> follow(from, to));
        }
    }

    private void follow(ListView<?> from, ListView<?> to) {
        ScrollBar source = verticalBar(from);
        ScrollBar target = verticalBar(to);
        double room = scrollable(to);
        if (!moving && source != null && target != null && room > 0) {
            moving = true;
            target.setValue(Math.min(1, source.getValue() * scrollable(from) / room));
            moving = false;
            afterLayout.execute(to::requestLayout);
        }
    }

    /** How far a list can scroll, in pixels; its viewport is lower where it has a horizontal bar. */
    private static double scrollable(ListView<?> list) {
        double content = list.getItems().size() * list.getFixedCellSize();
        return list.lookup(".clipped-container") instanceof Region viewport
                ? Math.max(0, content - viewport.getHeight())
                : 0;
    }

    private static @Nullable ScrollBar verticalBar(ListView<?> list) {
        return list.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElse(null);
    }
}
