package dev.plumbline.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A question laid over one screen. While it is open the keyboard stays in it: Tab goes round, Esc closes, and the focus returns where it
 * was. It has no default button, so Enter answers nothing that was not chosen.
 */
public final class ModalCard extends StackPane {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private @Nullable Node focusBefore;
    private @Nullable Runnable onClose;

    public ModalCard() {
        getStyleClass().add("modal");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setAccessibleRole(AccessibleRole.DIALOG);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keepFocusInside);
    }

    /** Lays the question over the screen; {@code first} takes the focus, {@code closed} hears when it goes away without an answer. */
    public void show(Region question, Node first, Runnable closed) {
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        onClose = closed;
        question.getStyleClass().add("modal-card");
        getChildren().setAll(question);
        setVisible(true);
        open.set(true);
        first.requestFocus();
    }

    /** Takes the question away and gives the focus back. */
    public void hide() {
        if (open.get()) {
            open.set(false);
            setVisible(false);
            getChildren().clear();
            onClose = null;
            if (focusBefore != null) {
                focusBefore.requestFocus();
            }
        }
    }

    /** Esc: closes without an answer; false when nothing was open. */
    public boolean dismiss() {
        if (!open.get()) {
            return false;
        }
        Runnable closed = onClose;
        hide();
        if (closed != null) {
            closed.run();
        }
        return true;
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    private void keepFocusInside(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            dismiss();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            List<Node> stops = new ArrayList<>();
            collectStops(this, stops);
            if (!stops.isEmpty()) {
                int at = stops.indexOf(getScene().getFocusOwner());
                int next = at + (event.isShiftDown() ? -1 : 1);
                stops.get(Math.floorMod(next, stops.size())).requestFocus();
            }
            event.consume();
        }
    }

    private static void collectStops(Parent parent, List<Node> stops) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && child.isVisible() && !child.isDisabled()) {
                stops.add(child);
            } else if (child instanceof Parent inner && child.isVisible()) {
                collectStops(inner, stops);
            }
        }
    }
}
