package dev.plumbline.ui.tour;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Finds what is on the screen, in any open window, and clicks and types as a person does. */
final class Hand {
    private final Robot robot = new Robot();

    /** The first visible node with this id that can be used. */
    Optional<Node> id(String id) {
        return find(node -> id.equals(node.getId()));
    }

    /** The first visible node of this style class that shows this text, itself or inside. */
    Optional<Node> withText(String styleClass, String text) {
        return find(node -> node.getStyleClass().contains(styleClass) && shows(node, text));
    }

    /** What can be chosen in a list that hangs open. */
    Optional<Node> choice(String text) {
        return find(node -> node.getScene().getWindow() instanceof PopupWindow
                && node.getStyleClass().contains("list-cell")
                && shows(node, text));
    }

    Optional<Node> find(Predicate<Node> wanted) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> below(window.getScene().getRoot()))
                .filter(node -> isVisible(node) && !node.isDisabled())
                .filter(wanted)
                .findFirst();
    }

    boolean showsAnywhere(String text) {
        return find(node -> node instanceof Labeled && shows(node, text)
                        || node instanceof Text words && words.getText().contains(text))
                .isPresent();
    }

    void click(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
        robot.mouseClick(MouseButton.PRIMARY);
    }

    /** Types lower-case letters and digits. */
    void type(String text) {
        text.chars()
                .forEach(letter ->
                        press(KeyCode.getKeyCode(Character.toString(letter).toUpperCase(Locale.ROOT))));
    }

    void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.keyPress(key);
        }
        for (int last = keys.length - 1; last >= 0; last--) {
            robot.keyRelease(keys[last]);
        }
    }

    void restAt(double x, double y) {
        robot.mouseMove(x, y);
    }

    WritableImage picture() {
        return robot.getScreenCapture(null, Screen.getPrimary().getBounds());
    }

    private static boolean shows(Node node, String text) {
        return below(node)
                .anyMatch(inside -> inside instanceof Labeled label
                                && label.getText() != null
                                && label.getText().contains(text)
                        || inside instanceof Text words && words.getText().contains(text));
    }

    private static boolean isVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.getOpacity() == 0) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Node> below(Node node) {
        List<Node> children = node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
        return Stream.concat(Stream.of(node), children.stream().flatMap(Hand::below));
    }
}
