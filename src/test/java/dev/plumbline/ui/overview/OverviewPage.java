package dev.plumbline.ui.overview;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The overview as a person uses it; alone knows its ids. */
final class OverviewPage {
    private final FxRobot robot;
    private final Scene scene;

    OverviewPage(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    OverviewPage chooseCheck(String title) {
        robot.clickOn(row(title));
        waitForFxEvents();
        return this;
    }

    OverviewPage click(String id) {
        robot.clickOn("#" + id);
        waitForFxEvents();
        return this;
    }

    OverviewPage press(KeyCode... keys) {
        robot.press(keys).release(keys);
        waitForFxEvents();
        return this;
    }

    OverviewPage type(String text) {
        robot.clickOn("#typed").write(text);
        waitForFxEvents();
        return this;
    }

    boolean inspectorIsOpen() {
        Node inspector = scene.lookup("#inspector");
        return inspector != null && inspector.getScene() != null && inspector.isVisible();
    }

    String inspector() {
        return words(node("inspector"));
    }

    String notices() {
        return words(node("notices"));
    }

    String headline() {
        return ((Labeled) node("headline")).getText();
    }

    boolean isDisabled(String id) {
        return node(id).isDisabled();
    }

    boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && node.isVisible();
    }

    void focusChecks() {
        dev.plumbline.ui.ScreenStage.onFx(() -> {
            node("checks").requestFocus();
            ((TableView<?>) node("checks")).getSelectionModel().selectFirst();
        });
    }

    private Node row(String title) {
        return scene.getRoot().lookupAll(".table-row-cell").stream()
                .filter(cell -> ((TableRow<?>) cell).getItem() instanceof CheckRow check
                        && check.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String words(Node parent) {
        return parent.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
