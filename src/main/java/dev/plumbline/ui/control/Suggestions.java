package dev.plumbline.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/** Names offered under a field while one types, or all of them by the down arrow: arrows choose, Enter or a click takes, Esc closes. */
public final class Suggestions {
    private static final double ROW = 28;
    private static final int SHOWN_AT_ONCE = 9;
    private static final double WIDEST = 520;
    private final Pane over;
    private final TextField field;
    private final Function<String, List<String>> source;
    private final ListView<String> list = new ListView<>();
    private boolean taking;

    private Suggestions(Pane over, TextField field, Function<String, List<String>> source) {
        this.over = over;
        this.field = field;
        this.source = source;
    }

    /** {@code over} is a pane that covers the screen, in which the list floats; {@code source} gives what fits to what is typed. */
    public static Suggestions install(Pane over, TextField field, Function<String, List<String>> source) {
        Suggestions suggestions = new Suggestions(over, field, source);
        suggestions.install();
        return suggestions;
    }

    private void install() {
        field.setAccessibleRole(AccessibleRole.COMBO_BOX);
        list.setId(field.getId() + "Suggestions");
        list.getStyleClass().addAll("suggestions", "mono");
        list.setFixedCellSize(ROW);
        list.setManaged(false);
        list.setVisible(false);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new SuggestedCell());
        over.getChildren().add(list);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> take());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        field.focusedProperty().subscribe(focused -> {
            if (!focused && !list.isHover()) {
                close();
            }
        });
        field.textProperty().subscribe(text -> {
            if (field.isFocused() && !taking) {
                open(source.apply(text));
            }
        });
    }

    private void steer(KeyEvent event) {
        boolean open = list.isVisible();
        switch (event.getCode()) {
            case DOWN -> {
                if (open) {
                    move(1);
                } else {
                    open(source.apply(field.getText()));
                }
                event.consume();
            }
            case UP -> {
                if (open) {
                    move(-1);
                    event.consume();
                }
            }
            case ENTER -> {
                if (open && list.getSelectionModel().getSelectedItem() != null) {
                    take();
                    event.consume();
                }
            }
            case ESCAPE -> {
                if (open) {
                    close();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void move(int by) {
        int next = list.getSelectionModel().getSelectedIndex() + by;
        if (next >= 0 && next < list.getItems().size()) {
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - SHOWN_AT_ONCE + 2));
        }
    }

    private void take() {
        String chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            taking = true;
            field.setText(chosen);
            field.end();
            taking = false;
        }
        close();
        field.requestFocus();
        field.end();
    }

    private void open(List<String> found) {
        boolean nothingNew =
                found.isEmpty() || found.size() == 1 && found.get(0).equals(field.getText());
        if (nothingNew) {
            close();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        list.scrollTo(0);
        Bounds place = over.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        double width = Math.min(Math.max(field.getWidth(), 260), WIDEST);
        double x = Math.max(8, Math.min(place.getMinX(), over.getWidth() - width - 8));
        list.resizeRelocate(x, place.getMaxY() + 2, width, ROW * Math.min(SHOWN_AT_ONCE, found.size()) + 4);
        list.setVisible(true);
        list.toFront();
    }

    public void close() {
        list.setVisible(false);
    }

    public boolean isOpen() {
        return list.isVisible();
    }
}
