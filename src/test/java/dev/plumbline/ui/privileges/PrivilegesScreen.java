package dev.plumbline.ui.privileges;

import dev.plumbline.ui.ScreenStage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The Privileges screen as a person uses it; alone knows its ids. */
final class PrivilegesScreen {
    private final FxRobot robot;
    private final Scene scene;

    PrivilegesScreen(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    PrivilegesScreen mode(String id) {
        robot.clickOn("#" + id);
        ScreenStage.settle();
        return this;
    }

    PrivilegesScreen type(String field, String text) {
        robot.clickOn("#" + field).eraseText(((TextField) node(field)).getText().length());
        robot.write(text).press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        ScreenStage.settle();
        return this;
    }

    PrivilegesScreen chooseLine(int place) {
        robot.clickOn(node("lines").lookupAll(".table-row-cell").stream()
                .filter(row -> ((TableRow<?>) row).getIndex() == place)
                .findFirst()
                .orElseThrow());
        ScreenStage.settle();
        return this;
    }

    PrivilegesScreen chooseCell(int row, int column) {
        focus((TableView<?>) node("cells"), row, column);
        return this;
    }

    private <S> void focus(TableView<S> cells, int row, int column) {
        robot.interact(() ->
                cells.getSelectionModel().clearAndSelect(row, cells.getColumns().get(column)));
        ScreenStage.settle();
    }

    PrivilegesScreen chooseObject(String shown) {
        TableView<?> lines = (TableView<?>) node("lines");
        robot.interact(() -> {
            for (int at = 0; at < lines.getItems().size(); at++) {
                if (((HolderLine) lines.getItems().get(at)).subject().shown().equals(shown)) {
                    lines.getSelectionModel().clearAndSelect(at);
                }
            }
        });
        ScreenStage.settle();
        return this;
    }

    /** Chooses the cells between two rows and two columns, those included. */
    PrivilegesScreen chooseCells(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        TableView<?> cells = (TableView<?>) node("cells");
        robot.interact(() -> range(cells, firstRow, lastRow, firstColumn, lastColumn));
        ScreenStage.settle();
        return this;
    }

    private static <S> void range(TableView<S> cells, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        cells.getSelectionModel().clearSelection();
        cells.getSelectionModel()
                .selectRange(
                        firstRow,
                        cells.getColumns().get(firstColumn),
                        lastRow,
                        cells.getColumns().get(lastColumn));
    }

    boolean has(String id) {
        return scene.lookup("#" + id) != null;
    }

    PrivilegesScreen click(String id) {
        robot.clickOn("#" + id);
        ScreenStage.settle();
        return this;
    }

    /** Moves both scroll bars of the matrix to these parts of their way. */
    PrivilegesScreen scroll(double down, double sideways) {
        robot.interact(() -> node("cells").lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .forEach(bar ->
                        bar.setValue(bar.getOrientation() == Orientation.VERTICAL ? down : sideways * bar.getMax())));
        ScreenStage.settle();
        return this;
    }

    /** The rows drawn, by the object named in each. */
    List<String> objects(String table) {
        return node(table).lookupAll(".table-row-cell").stream()
                .map(row -> (TableRow<?>) row)
                .filter(row -> !row.isEmpty() && row.isVisible())
                .map(row -> ((MatrixLine) row.getItem()).subject().shown())
                .sorted()
                .toList();
    }

    String text(String id) {
        return node(id).lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    String counts() {
        return ((Labeled) node("counts")).getText();
    }

    List<?> lines() {
        return ((TableView<?>) node("lines")).getItems();
    }

    boolean detailIsOpen() {
        return scene.lookup("#detail") != null;
    }

    void export(int place) {
        robot.interact(() -> ((javafx.scene.control.MenuButton) node("export"))
                .getItems()
                .get(place)
                .fire());
        ScreenStage.settle();
    }

    void fire(String id) {
        robot.interact(() -> ((ButtonBase) node(id)).fire());
        ScreenStage.settle();
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
