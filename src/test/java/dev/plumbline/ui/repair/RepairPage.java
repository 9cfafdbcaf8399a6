package dev.plumbline.ui.repair;

import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.plumbline.ui.control.Badge;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The repair screen as a person uses it; alone knows its ids. */
final class RepairPage {
    private final FxRobot robot;
    private final Scene scene;

    RepairPage(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    RepairPage chooseStep(int number) {
        robot.clickOn(cellOfStep(number).lookup(".sql"));
        return this;
    }

    RepairPage tick(int number) {
        robot.clickOn(cellOfStep(number).lookup(".check-box"));
        return this;
    }

    RepairPage allow(int number) {
        robot.clickOn(cellOfStep(number).lookup(".allow"));
        return this;
    }

    RepairPage press(KeyCode... keys) {
        robot.press(keys).release(keys);
        waitForFxEvents();
        return this;
    }

    RepairPage click(String id) {
        robot.clickOn("#" + id);
        waitForFxEvents();
        return this;
    }

    RepairPage type(String text) {
        robot.clickOn("#typed").write(text);
        waitForFxEvents();
        return this;
    }

    RepairPage clickLine(String side, String containing) {
        robot.clickOn(line(side, containing));
        waitForFxEvents();
        return this;
    }

    boolean isOpen(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && node.isVisible();
    }

    boolean isDisabled(String id) {
        return node(id).isDisabled();
    }

    String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    String typed() {
        return ((TextField) node("typed")).getText();
    }

    String focusedId() {
        Node owner = scene.getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    /** The texts of the lines that are lit in one pane. */
    List<String> litLines(String side) {
        return node(side).lookupAll(".line-cell").stream()
                .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("lit")))
                .map(cell -> ((LineCell) cell).getItem())
                .map(row -> side.equals("now") ? row.now() : row.after())
                .toList();
    }

    List<String> hazards() {
        return node("hazards").lookupAll(".badge").stream()
                .map(badge -> ((Badge) badge).getText())
                .toList();
    }

    /** Everything that is written on the step, chips and answers included. */
    String wordsOf(int number) {
        return String.join(
                "\n",
                cellOfStep(number).lookupAll(".label").stream()
                        .filter(Node::isVisible)
                        .map(label -> ((Labeled) label).getText())
                        .toList());
    }

    /** Everything that stands above the panes. */
    String notices() {
        return String.join(
                "\n",
                node("notices").lookupAll(".label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList());
    }

    Button button(String id) {
        return (Button) node(id);
    }

    int firstVisibleLine(String side) {
        return node(side).lookupAll(".line-cell").stream()
                .map(cell -> (LineCell) cell)
                .filter(cell -> !cell.isEmpty() && cell.getLayoutY() >= 0 && cell.isVisible())
                .mapToInt(LineCell::getIndex)
                .min()
                .orElse(-1);
    }

    void scroll(String side, int line) {
        onFx(() -> ((ListView<?>) node(side)).scrollTo(line));
    }

    private Node cellOfStep(int number) {
        reveal(number);
        return scene.getRoot().lookupAll(".plan-cell").stream()
                .map(cell -> (PlanCell) cell)
                .filter(cell -> !cell.isEmpty()
                        && cell.getItem() instanceof PlanRow.Line line
                        && line.step().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private void reveal(int number) {
        onFx(() -> {
            @SuppressWarnings("unchecked")
            ListView<PlanRow> steps = (ListView<PlanRow>) node("steps");
            for (int index = 0; index < steps.getItems().size(); index++) {
                if (steps.getItems().get(index) instanceof PlanRow.Line line
                        && line.step().number() == number) {
                    steps.scrollTo(Math.max(0, index - 1));
                }
            }
        });
    }

    private Node line(String side, String containing) {
        return node(side).lookupAll(".line-cell").stream()
                .filter(cell -> cell.lookupAll(".label").stream()
                        .anyMatch(label -> ((Label) label).getText().contains(containing)))
                .findFirst()
                .orElseThrow();
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }

    private static void onFx(Runnable action) {
        org.testfx.util.WaitForAsyncUtils.waitFor(asyncFx(action));
        waitForFxEvents();
    }
}
