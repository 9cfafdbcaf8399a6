package dev.plumbline.ui.history;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The history as a person uses it; alone knows its ids. */
final class HistoryPage {
    private final FxRobot robot;
    private final Scene scene;

    HistoryPage(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    HistoryPage choose(int place) {
        robot.clickOn(scene.getRoot().lookupAll(".table-row-cell").stream()
                .filter(row ->
                        ((TableRow<?>) row).getItem() instanceof RunRow && ((TableRow<?>) row).getIndex() == place)
                .findFirst()
                .orElseThrow());
        waitForFxEvents();
        return this;
    }

    HistoryPage press(KeyCode key) {
        robot.press(key).release(key);
        waitForFxEvents();
        return this;
    }

    String chain() {
        return ((Labeled) node("chain")).getText();
    }

    String notices() {
        return node("notices").lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    boolean recordIsOpen() {
        return scene.lookup("#entries") != null;
    }

    List<?> entries() {
        return ((TableView<?>) node("entries")).getItems();
    }

    String next() {
        return ((Labeled) node("next")).getText();
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
