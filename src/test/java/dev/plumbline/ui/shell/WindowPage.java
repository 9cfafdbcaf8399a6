package dev.plumbline.ui.shell;

import dev.plumbline.ui.Pictures;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a person uses it; alone knows the ids of its parts. */
public final class WindowPage {
    private final FxRobot robot;
    private final Stage stage;

    public WindowPage(FxRobot robot, Stage stage) {
        this.robot = robot;
        this.stage = stage;
    }

    public WindowPage open(String line) {
        waitForLine(line);
        robot.clickOn(robot.lookup(".tree-cell .label")
                .<Labeled>match(label -> line.equals(label.getText()) && label.isVisible())
                .<Labeled>query());
        settle();
        return this;
    }

    public void waitForLine(String line) {
        waitUntil(() -> lines().contains(line));
    }

    /** The tree's lines from top to bottom, as far as they are open. */
    public List<String> lines() {
        TreeView<Object> tree = tree();
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            List<String> texts = new java.util.ArrayList<>();
            for (int i = 0; i < tree.getExpandedItemCount(); i++) {
                TreeItem<Object> item = tree.getTreeItem(i);
                texts.add(dev.plumbline.ui.estate.TreeTexts.text(item.getValue()));
            }
            return texts;
        });
    }

    private TreeView<Object> tree() {
        return robot.lookup("#tree").query();
    }

    public void filter(String text) {
        robot.clickOn("#filter")
                .eraseText(robot.lookup("#filter").queryAs(TextField.class).getLength());
        robot.write(text);
        settle();
    }

    public String crumbs() {
        return robot.lookup("#crumbs").queryAs(HBox.class).getChildren().stream()
                .map(node -> ((Labeled) node).getText())
                .reduce("", String::concat);
    }

    /** Those that are seen. */
    public List<String> tabs() {
        return row().filter(Button.class::isInstance)
                .map(tab -> ((Button) tab).getText())
                .toList();
    }

    /** Those that are in the menu behind them; none where there is no such menu. */
    public List<String> moreTabs() {
        return row().filter(MenuButton.class::isInstance)
                .flatMap(menu -> ((MenuButton) menu).getItems().stream())
                .map(MenuItem::getText)
                .toList();
    }

    public WindowPage chooseMore(String tab) {
        robot.clickOn("#moreTabs");
        robot.clickOn(robot.lookup(".context-menu .label")
                .<Labeled>match(label -> tab.equals(label.getText()))
                .<Labeled>query());
        settle();
        return this;
    }

    /** How far what is seen in the row of tabs reaches beyond it, and how much of its words is cut off. */
    public double tabsCut() {
        double beyond = robot.lookup("#tabs").queryAs(HBox.class).getWidth();
        return row().mapToDouble(node -> Math.max(
                        node.getBoundsInParent().getMaxX() - beyond,
                        node.prefWidth(-1) - node.getLayoutBounds().getWidth()))
                .max()
                .orElse(0);
    }

    private Stream<Node> row() {
        return robot.lookup("#tabs").queryAs(HBox.class).getChildren().stream().filter(Node::isVisible);
    }

    public String mode() {
        Button mode = robot.lookup("#mode").queryAs(Button.class);
        return mode.isVisible() ? mode.getText() : "";
    }

    public String connection() {
        return robot.lookup("#connection").queryAs(Labeled.class).getText();
    }

    /** Strikes keys together, quickly: a key that is held longer repeats itself. */
    public WindowPage press(KeyCode... keys) {
        KeyboardRobot keyboard = robot.robotContext().getKeyboardRobot();
        keyboard.pressNoWait(keys);
        keyboard.releaseNoWait(keys);
        settle();
        return this;
    }

    /** Types into the field that has the keyboard, and waits until it holds the text. */
    public WindowPage type(String text) {
        waitUntil(() -> stage.getScene().getFocusOwner() instanceof TextInputControl);
        robot.write(text);
        waitUntil(() -> stage.getScene().getFocusOwner() instanceof TextInputControl field
                && field.getText().endsWith(text));
        return this;
    }

    public List<String> found() {
        ListView<dev.plumbline.ui.palette.PaletteEntry> list =
                robot.lookup("#list").query();
        return list.getItems().stream().map(entry -> entry.title()).toList();
    }

    public WindowPage click(String text) {
        robot.clickOn(text);
        settle();
        return this;
    }

    public void switchTheme() {
        fire("#theme");
    }

    public void addConnection() {
        robot.clickOn("#add");
        settle();
    }

    public void openSettings() {
        fire("#settings");
    }

    private void fire(String button) {
        robot.interact(robot.lookup(button).queryAs(Button.class)::fire);
        settle();
    }

    /** The controls that a screen reader could not name. */
    public List<String> nameless() {
        return robot
                .lookup(node ->
                        node instanceof javafx.scene.control.Control && isSeen(node) && node.isFocusTraversable())
                .queryAll()
                .stream()
                .filter(node -> nameOf(node).isBlank())
                .map(Node::toString)
                .toList();
    }

    private static String nameOf(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    public void fail(RuntimeException failure) {
        javafx.application.Platform.runLater(() -> {
            throw failure;
        });
        settle();
    }

    public void fill(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
        settle();
    }

    /** The scene of the pop-up or dialog that was opened last. */
    public void pictureOfDialog(String name) {
        settle();
        List<javafx.stage.Window> windows = javafx.stage.Window.getWindows().stream()
                .filter(window ->
                        window != stage && window.isShowing() && !(window instanceof javafx.scene.control.Tooltip))
                .toList();
        Pictures.take(windows.get(windows.size() - 1).getScene(), name);
    }

    public boolean shows(String text) {
        return robot.lookup(node -> node instanceof Labeled label && isSeen(node) && text.equals(label.getText())
                        || node instanceof TextInputControl field && isSeen(node) && text.equals(field.getText()))
                .tryQuery()
                .isPresent();
    }

    public void waitFor(String text) {
        waitUntil(() -> shows(text));
    }

    public static void waitUntil(java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, java.util.concurrent.TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("waited ten seconds in vain", late);
        }
        settle();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    public WindowPage size(double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        settle();
        return this;
    }

    public void picture(String name) {
        settle();
        Pictures.take(stage.getScene(), name);
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
