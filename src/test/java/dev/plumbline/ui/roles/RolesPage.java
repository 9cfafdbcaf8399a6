package dev.plumbline.ui.roles;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The role graph as a person uses it; alone knows its ids. */
final class RolesPage {
    private final FxRobot robot;
    private final Scene scene;

    RolesPage(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    RolesPage search(String words) {
        robot.clickOn("#search");
        robot.interact(() -> ((TextInputControl) node("search")).setText(words));
        waitForFxEvents();
        return this;
    }

    RolesPage press(KeyCode... keys) {
        robot.push(keys);
        waitForFxEvents();
        return this;
    }

    RolesPage click(String id) {
        robot.clickOn("#" + id);
        waitForFxEvents();
        return this;
    }

    /** Clicks a point of the drawing. */
    RolesPage clickGraph(double x, double y) {
        Bounds at = canvas().localToScreen(canvas().getBoundsInLocal());
        robot.clickOn(at.getMinX() + x, at.getMinY() + y);
        waitForFxEvents();
        return this;
    }

    GraphPane canvas() {
        return (GraphPane) Objects.requireNonNull(scene.getRoot().lookup(".graph"));
    }

    String answer() {
        return ((Labeled) node("answer")).getText();
    }

    String counts() {
        return ((Labeled) node("counts")).getText();
    }

    String notices() {
        return words(node("notices"));
    }

    String instead() {
        return words(node("instead"));
    }

    boolean inspectorIsOpen() {
        return scene.lookup("#inspector") != null;
    }

    String inspector() {
        return words(node("inspector"));
    }

    /** The memberships that can be changed, as their buttons are spoken. */
    List<String> stageable() {
        return edges().stream().map(Node::getAccessibleText).toList();
    }

    RolesPage stageOffer(int edge, String words) {
        MenuButton menu = (MenuButton) edges().get(edge);
        robot.interact(() -> menu.getItems().stream()
                .filter(item -> item.getText().equals(words))
                .findFirst()
                .orElseThrow()
                .fire());
        waitForFxEvents();
        return this;
    }

    RolesPage join(String role) {
        robot.interact(() -> {
            ComboBox<?> roles = (ComboBox<?>) node("joinRole");
            for (int at = 0; at < roles.getItems().size(); at++) {
                if (roles.getItems().get(at).toString().equals(role)) {
                    roles.getSelectionModel().select(at);
                }
            }
            ((Button) node("stageJoin")).fire();
        });
        waitForFxEvents();
        return this;
    }

    private List<Node> edges() {
        return List.copyOf(node("stageMemberships").lookupAll(".stage-edge"));
    }

    TreeTableView<?> tree() {
        return (TreeTableView<?>) node("tree");
    }

    private static String words(Node node) {
        return Stream.concat(node.lookupAll(".label").stream(), node.lookupAll(".hyperlink").stream())
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
