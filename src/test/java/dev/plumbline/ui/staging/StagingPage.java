package dev.plumbline.ui.staging;

import dev.plumbline.ui.ScreenStage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The bar of what is staged and the buttons that stage, as a person uses them; alone knows their ids. */
final class StagingPage {
    private final FxRobot robot;
    private final Scene scene;

    StagingPage(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    /** Presses the button that stages at this place of a part of the screen. */
    StagingPage stage(String part, int place) {
        Button button = stageButtons(part).get(place);
        robot.interact(button::fire);
        ScreenStage.settle();
        return this;
    }

    List<String> stageWords(String part) {
        return stageButtons(part).stream().map(Button::getText).toList();
    }

    private List<Button> stageButtons(String part) {
        return node(part).lookupAll(".stage").stream().map(Button.class::cast).toList();
    }

    StagingPage click(String id) {
        robot.clickOn("#" + id);
        ScreenStage.settle();
        return this;
    }

    StagingPage press(KeyCode... keys) {
        robot.press(keys).release(keys);
        ScreenStage.settle();
        return this;
    }

    boolean isThere(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && node.isVisible();
    }

    boolean hasBar() {
        return isThere("stagingBar");
    }

    String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    String words(String id) {
        return node(id).lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
