package dev.plumbline.ui.why;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.plumbline.ui.ScreenStage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The Why screen as a person uses it; alone knows its ids. */
final class WhyPage {
    private final FxRobot robot;
    private final Scene scene;

    WhyPage(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    WhyPage type(String field, String text) {
        robot.clickOn("#" + field).eraseText(((TextField) node(field)).getText().length());
        robot.write(text);
        waitForFxEvents();
        return this;
    }

    WhyPage press(KeyCode... keys) {
        robot.press(keys).release(keys);
        ScreenStage.settle();
        return this;
    }

    WhyPage ask() {
        robot.clickOn("#ask");
        ScreenStage.settle();
        return this;
    }

    WhyPage clickButton(String text) {
        robot.clickOn(node("notices").lookupAll(".button").stream()
                .filter(button -> ((ButtonBase) button).getText().equals(text))
                .findFirst()
                .orElseThrow());
        ScreenStage.settle();
        return this;
    }

    WhyPage chooseRecent(int place) {
        robot.clickOn(node("recent").lookupAll(".list-cell").stream()
                .filter(cell -> ((javafx.scene.control.ListCell<?>) cell).getIndex() == place)
                .findFirst()
                .orElseThrow());
        ScreenStage.settle();
        return this;
    }

    List<?> suggestions(String field) {
        ListView<?> list = (ListView<?>) node(field + "Suggestions");
        return list.isVisible() ? list.getItems() : List.of();
    }

    String field(String name) {
        return ((TextField) node(name)).getText();
    }

    String verdict() {
        return ((Labeled) node("verdict")).getText();
    }

    boolean hasVerdict() {
        return scene.lookup("#verdict") != null;
    }

    String text(String id) {
        return node(id).lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    boolean has(String id) {
        return scene.lookup("#" + id) != null;
    }

    void copyFirst(String section) {
        robot.interact(() -> ((ButtonBase) Objects.requireNonNull(node(section).lookup(".copy"))).fire());
        waitForFxEvents();
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
