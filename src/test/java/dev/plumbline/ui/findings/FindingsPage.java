package dev.plumbline.ui.findings;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.testfx.api.FxRobot;

/** The findings as a person uses them; alone knows its ids. */
final class FindingsPage {
    private final FxRobot robot;
    private final Scene scene;

    FindingsPage(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    FindingsPage choose(String code) {
        robot.clickOn(scene.getRoot().lookupAll(".table-row-cell").stream()
                .filter(row -> ((TableRow<?>) row).getItem() instanceof FindingRow finding
                        && finding.code().equals(code))
                .findFirst()
                .orElseThrow());
        waitForFxEvents();
        return this;
    }

    FindingsPage copyFix() {
        robot.clickOn(node("copyFix"));
        waitForFxEvents();
        return this;
    }

    FindingsPage stageFix() {
        robot.clickOn(node("stageFix"));
        waitForFxEvents();
        return this;
    }

    boolean canStage() {
        return scene.lookup("#stageFix") != null;
    }

    boolean inspectorIsOpen() {
        return scene.lookup("#inspector") != null;
    }

    String inspected() {
        return texts("inspector");
    }

    String instead() {
        return texts("instead");
    }

    String notices() {
        return texts("notices");
    }

    int rows() {
        return ((TableView<?>) node("findings")).getItems().size();
    }

    private String texts(String id) {
        return node(id).lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
