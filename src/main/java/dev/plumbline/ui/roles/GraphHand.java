package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.GraphNode;
import dev.plumbline.ui.roles.NodeSteps.Direction;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Mouse, wheel, pinch and keys on the drawing. */
final class GraphHand {
    private static final double WHEEL = 1.0015;
    private static final double STEP = 1.25;
    private static final double PAN = 60;
    private final GraphPane pane;
    private final BiConsumer<String, Boolean> choose;
    private final Consumer<String> open;
    private final Runnable nothing;
    private double lastX;
    private double lastY;

    GraphHand(GraphPane pane, BiConsumer<String, Boolean> choose, Consumer<String> open, Runnable nothing) {
        this.pane = pane;
        this.choose = choose;
        this.open = open;
        this.nothing = nothing;
    }

    void install() {
        pane.setOnScroll(this::scroll);
        pane.setOnZoom(event -> pane.zoom(event.getX(), event.getY(), event.getZoomFactor()));
        pane.setOnMousePressed(event -> {
            pane.requestFocus();
            lastX = event.getX();
            lastY = event.getY();
        });
        pane.setOnMouseDragged(event -> {
            pane.pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        });
        pane.setOnMouseClicked(this::click);
        pane.setOnMouseMoved(event -> pane.tell(pane.nodeAt(event.getX(), event.getY())));
        pane.setOnKeyPressed(event -> {
            if (key(event)) {
                event.consume();
            }
        });
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaX() != 0 && event.getDeltaY() == 0) {
            pane.pan(event.getDeltaX(), 0);
        } else {
            pane.zoom(event.getX(), event.getY(), Math.pow(WHEEL, event.getDeltaY()));
        }
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        Optional<GraphNode> node = pane.nodeAt(event.getX(), event.getY());
        node.ifPresentOrElse(
                hit -> {
                    if (event.getClickCount() == 2) {
                        open.accept(hit.id());
                    } else {
                        choose.accept(hit.id(), event.isShiftDown());
                    }
                },
                nothing);
    }

    private boolean key(KeyEvent event) {
        if (event.isShortcutDown()) {
            return zoomKey(event.getCode());
        }
        Direction direction = direction(event.getCode());
        if (direction != null) {
            move(direction, event.isShiftDown());
            return true;
        }
        if (event.getCode() == KeyCode.ENTER && !pane.chosen().isEmpty()) {
            open.accept(pane.chosen().get(pane.chosen().size() - 1));
            return true;
        }
        return false;
    }

    boolean zoomKey(KeyCode code) {
        switch (code) {
            case PLUS, EQUALS, ADD -> pane.zoom(STEP);
            case MINUS, SUBTRACT -> pane.zoom(1 / STEP);
            case DIGIT0, NUMPAD0 -> pane.fit();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Direction direction(KeyCode code) {
        return switch (code) {
            case RIGHT -> Direction.RIGHT;
            case LEFT -> Direction.LEFT;
            case UP -> Direction.UP;
            case DOWN -> Direction.DOWN;
            default -> null;
        };
    }

    private void move(Direction direction, boolean pans) {
        if (pans || pane.chosen().isEmpty()) {
            switch (direction) {
                case RIGHT -> pane.pan(-PAN, 0);
                case LEFT -> pane.pan(PAN, 0);
                case UP -> pane.pan(0, PAN);
                case DOWN -> pane.pan(0, -PAN);
            }
        } else {
            pane.step(direction).ifPresent(id -> choose.accept(id, false));
        }
    }
}
