package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.Found;
import dev.plumbline.access.graph.GraphLayout;
import dev.plumbline.access.graph.GraphNode;
import dev.plumbline.access.graph.Lane;
import dev.plumbline.access.graph.Overlay;
import dev.plumbline.access.graph.Spot;
import dev.plumbline.ui.fx.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The drawing of a graph on a canvas, which holds no more than what is seen. Changes are drawn once with the next frame. */
final class GraphPane extends Region {
    private static final double MARGIN = 28;

    private static final double COMFORTABLE = 0.85;
    private static final double LARGEST_PICTURE = 4_000;
    private final Canvas canvas = new Canvas();
    private final Viewport view = new Viewport();
    private final Inks inks = new Inks(this::redraw);
    private final ElidedTexts texts = new ElidedTexts();
    private final ReadOnlyIntegerWrapper leftOut = new ReadOnlyIntegerWrapper();
    private final Tooltip whole = new Tooltip();
    private @Nullable GraphLayout layout;
    private Overlay overlay = Overlay.LIVE;
    private Found found = Found.EVERYTHING;
    private List<String> chosen = List.of();
    private boolean placed;
    private boolean moved;

    /** {@code choose} takes a node's id and whether it is chosen beside another; {@code open} hears of a double click or Enter. */
    GraphPane(BiConsumer<String, Boolean> choose, Consumer<String> open, Runnable nothing) {
        getStyleClass().add("graph");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(0, 0);
        getChildren().addAll(inks, canvas);
        new GraphHand(this, choose, open, nothing).install();
        Tooltip.install(this, whole);
        whole.setShowDelay(javafx.util.Duration.millis(400));
        focusedProperty().addListener((source, before, after) -> redraw());
    }

    void show(GraphLayout now) {
        boolean first = layout == null;
        layout = now;
        if (first) {
            placed = false;
        }
        redraw();
    }

    void show(Overlay now) {
        overlay = now;
        redraw();
    }

    void light(Found now) {
        found = now;
        redraw();
    }

    void mark(List<String> now) {
        chosen = now;
        setAccessibleText(Texts.get("roles.graph.spoken", namesOf(now)));
        if (!now.isEmpty()) {
            reveal(now.get(now.size() - 1));
        }
        redraw();
    }

    private String namesOf(List<String> ids) {
        GraphLayout now = layout;
        return now == null
                ? ""
                : ids.stream()
                        .flatMap(id -> now.graph().place(id).stream())
                        .map(place -> now.graph().nodes().get(place))
                        .map(node -> node.shown() + ", " + node.detail())
                        .collect(Collectors.joining("; "));
    }

    /** Moves as little as is needed for a node to be seen. */
    void reveal(String id) {
        spotOf(id)
                .ifPresent(spot -> view.reveal(
                        spot.x(),
                        spot.y(),
                        spot.x() + GraphLayout.BOX_WIDTH,
                        spot.y() + GraphLayout.BOX_HEIGHT,
                        getWidth(),
                        getHeight(),
                        GraphPainter.HEAD));
        redraw();
    }

    private Optional<Spot> spotOf(String id) {
        GraphLayout now = layout;
        return now == null ? Optional.empty() : now.graph().place(id).map(now.spots()::get);
    }

    /** The node under a point of the screen. */
    Optional<GraphNode> nodeAt(double screenX, double screenY) {
        GraphLayout now = layout;
        if (now == null || screenY < GraphPainter.HEAD - 6) {
            return Optional.empty();
        }
        double x = view.drawingX(screenX);
        double y = view.drawingY(screenY);
        for (int place = 0; place < now.spots().size(); place++) {
            Spot spot = now.spots().get(place);
            GraphNode node = now.graph().nodes().get(place);
            if (x >= spot.x()
                    && x <= spot.x() + GraphLayout.BOX_WIDTH
                    && y >= spot.y()
                    && y <= spot.y() + GraphLayout.BOX_HEIGHT
                    && overlay.shows(node.standing())) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    void tell(Optional<GraphNode> node) {
        whole.setText(node.map(one -> one.shown() + "\n" + one.detail()).orElse(""));
        whole.setOpacity(node.isPresent() ? 1 : 0);
    }

    Optional<String> step(NodeSteps.Direction direction) {
        GraphLayout now = layout;
        return now == null || chosen.isEmpty()
                ? Optional.empty()
                : NodeSteps.step(now, overlay, chosen.get(chosen.size() - 1), direction);
    }

    List<String> chosen() {
        return chosen;
    }

    void pan(double byX, double byY) {
        moved = true;
        view.panBy(byX, byY);
        redraw();
    }

    void zoom(double screenX, double screenY, double factor) {
        moved = true;
        view.zoomAt(screenX, screenY, factor);
        redraw();
    }

    void zoom(double factor) {
        zoom(getWidth() / 2, getHeight() / 2, factor);
    }

    /** All of it, however small. */
    void fit() {
        GraphLayout now = layout;
        if (now != null && getWidth() > 0) {
            view.fit(now.width(), now.height(), getWidth(), getHeight(), GraphPainter.HEAD, MARGIN);
            redraw();
        }
    }

    /** All of it where names are still drawn, else the owners of what is in this database: most roles of a server may be those of other databases. */
    void showWell() {
        GraphLayout now = layout;
        fit();
        if (now != null && view.scale() < Brush.READABLE) {
            Optional<Spot> owner = inTheMiddle(now, spot -> spot.lane() == Lane.OWNERS);
            double middle = owner.or(() -> inTheMiddle(now, spot -> spot.x() == 0))
                    .map(Spot::y)
                    .orElse(now.height() / 2);
            view.showBeginning(MARGIN, COMFORTABLE, middle, GraphPainter.HEAD, getHeight());
            owner.ifPresent(spot -> view.reveal(
                    spot.x(),
                    spot.y(),
                    spot.x() + 3 * GraphLayout.BOX_WIDTH,
                    spot.y() + GraphLayout.BOX_HEIGHT,
                    getWidth(),
                    getHeight(),
                    GraphPainter.HEAD));
            redraw();
        }
        moved = false;
    }

    private static Optional<Spot> inTheMiddle(GraphLayout layout, Predicate<Spot> wanted) {
        List<Spot> spots = layout.spots().stream()
                .filter(spot -> !spot.lane().isRail())
                .filter(wanted)
                .sorted(Comparator.comparingDouble(Spot::y))
                .toList();
        return spots.isEmpty() ? Optional.empty() : Optional.of(spots.get(spots.size() / 2));
    }

    void redraw() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        boolean resized = canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight();
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphLayout now = layout;
        if (now == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        if (!placed || resized && !moved) {
            placed = true;
            showWell();
            chosen.stream().reduce((before, last) -> last).ifPresent(this::reveal);
        }
        leftOut.set(
                new GraphPainter(new Brush(canvas.getGraphicsContext2D(), inks, view, getWidth(), getHeight(), texts))
                        .paint(new Brush.Scene(now, overlay, found, chosen)));
    }

    /** How many edges are in view that would be too many to draw. */
    ReadOnlyIntegerProperty leftOut() {
        return leftOut.getReadOnlyProperty();
    }

    /** All of the drawing as a picture, at its natural size or smaller. */
    Image picture() {
        GraphLayout now = layout;
        double width = now == null ? 1 : now.width() + 2 * MARGIN;
        double height = now == null ? 1 : now.height() + 2 * MARGIN + GraphPainter.HEAD;
        double scale = Math.min(1, LARGEST_PICTURE / Math.max(width, height));
        Canvas picture = new Canvas(Math.ceil(width * scale), Math.ceil(height * scale) + GraphPainter.HEAD);
        if (now != null) {
            Viewport all = new Viewport();
            all.fit(now.width(), now.height(), picture.getWidth(), picture.getHeight(), GraphPainter.HEAD, MARGIN);
            new GraphPainter(new Brush(
                            picture.getGraphicsContext2D(), inks, all, picture.getWidth(), picture.getHeight(), texts))
                    .paint(new Brush.Scene(now, overlay, found, chosen));
        }
        return picture.snapshot(new SnapshotParameters(), null);
    }
}
