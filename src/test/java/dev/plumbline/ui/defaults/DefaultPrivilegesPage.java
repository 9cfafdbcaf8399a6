package dev.plumbline.ui.defaults;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The matrix of default privileges as a person uses it; alone knows its ids. */
final class DefaultPrivilegesPage {
    private final FxRobot robot;
    private final Scene scene;

    DefaultPrivilegesPage(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    /** Clicks the cell that tells itself so. */
    DefaultPrivilegesPage open(String cell) {
        robot.clickOn(cells().stream()
                .filter(box -> told(box).startsWith(cell + ":"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(cell + " is not drawn, only "
                        + cells().stream().map(DefaultPrivilegesPage::told).toList())));
        waitForFxEvents();
        return this;
    }

    DefaultPrivilegesPage press(KeyCode key) {
        robot.press(key).release(key);
        waitForFxEvents();
        return this;
    }

    DefaultPrivilegesPage click(String id) {
        robot.clickOn("#" + id);
        waitForFxEvents();
        return this;
    }

    String copied() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    boolean canProve() {
        return !((Button) node("prove")).isDisabled();
    }

    String counters() {
        return texts(node("counters"));
    }

    String notices() {
        return texts(node("notices"));
    }

    String cellSheet() {
        return texts(node("cell"));
    }

    String nextSheet() {
        return texts(node("next"));
    }

    boolean isOpen() {
        return scene.lookup("#cell") != null;
    }

    /** How many cells have nodes, in view or not. */
    int drawn() {
        return scene.getRoot().lookupAll(".matrix-cell").size();
    }

    List<String> visible() {
        return cells().stream().map(DefaultPrivilegesPage::told).toList();
    }

    void scrollAcross(double to) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            ScrollBar bar = (ScrollBar) node("matrixAcross");
            bar.setValue(to * bar.getMax());
            return true;
        });
        waitForFxEvents();
    }

    private List<MatrixCellBox> cells() {
        return scene.getRoot().lookupAll(".matrix-cell").stream()
                .map(MatrixCellBox.class::cast)
                .filter(box -> box.isVisible() && box.cell() != null)
                .filter(box -> {
                    var bounds = box.localToScene(box.getBoundsInLocal());
                    return bounds.getMinX() >= MatrixView.FROZEN
                            && bounds.getMaxX() <= scene.getWidth()
                            && bounds.getWidth() > 0;
                })
                .toList();
    }

    private static String told(MatrixCellBox box) {
        return String.valueOf(box.getAccessibleText());
    }

    private static String texts(Node parent) {
        return parent.lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
