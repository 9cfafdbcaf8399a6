package dev.plumbline.ui.privileges;

import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.TablesTogether;
import dev.plumbline.ui.control.VisibleCell;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/** The matrix as two tables side by side: the objects, which stay, and their cells, which scroll sideways; up and down both go together. */
final class MatrixTables {
    private static final double CELL = 30;
    private static final double WIDTH = 140;
    private final TableView<MatrixLine> names;
    private final TableView<MatrixLine> cells;
    private final LetterTexts texts = new LetterTexts();
    private List<Integer> roles = List.of();
    private int chosenRow = -1;

    MatrixTables(TableView<MatrixLine> names, TableView<MatrixLine> cells, Consumer<List<SelectedCell>> chosen) {
        this.names = names;
        this.cells = cells;
        names.setFixedCellSize(CELL);
        cells.setFixedCellSize(CELL);
        names.getColumns().add(name(Texts.get("privileges.kind"), 84, true));
        names.getColumns().add(name(Texts.get("privileges.object"), 240, false));
        names.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        names.setFocusTraversable(false);
        cells.getSelectionModel().setCellSelectionEnabled(true);
        cells.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TablesTogether.install(names, cells);
        cells.getSelectionModel()
                .getSelectedCells()
                .subscribe(() -> choose(cells.getSelectionModel().getSelectedCells(), chosen));
        names.getSelectionModel().selectedIndexProperty().subscribe(row -> {
            if (row.intValue() >= 0 && chosenRow != row.intValue()) {
                cells.getSelectionModel()
                        .clearAndSelect(row.intValue(), cells.getColumns().get(0));
            }
        });
    }

    @SuppressWarnings("rawtypes") // the selection model of a table gives its positions without their types
    private void choose(List<TablePosition> positions, Consumer<List<SelectedCell>> chosen) {
        List<SelectedCell> selected = new ArrayList<>();
        for (TablePosition<?, ?> cell : positions) {
            int column = cell.getColumn();
            if (cell.getRow() >= 0 && cell.getRow() < cells.getItems().size() && column >= 0 && column < roles.size()) {
                selected.add(
                        new SelectedCell(cells.getItems().get(cell.getRow()).subject(), roles.get(column)));
                chosenRow = cell.getRow();
            }
        }
        if (!selected.isEmpty()) {
            names.getSelectionModel().clearAndSelect(chosenRow);
            chosen.accept(selected);
        }
    }

    void show(PrivilegesPage page) {
        if (!roles.equals(page.columns())
                || cells.getColumns().size() != page.columns().size()) {
            roles = page.columns();
            List<TableColumn<MatrixLine, MatrixLine>> columns = new ArrayList<>();
            for (int at = 0; at < roles.size(); at++) {
                columns.add(cell(page.shown(roles.get(at)), at));
            }
            cells.getColumns().setAll(columns);
        }
        chosenRow = -1;
        ObservableList<MatrixLine> lines = FXCollections.observableList(page.matrix());
        names.setItems(lines);
        cells.setItems(lines);
    }

    private static TableColumn<MatrixLine, String> name(String head, double width, boolean kind) {
        TableColumn<MatrixLine, String> column = new TableColumn<>(head);
        column.setPrefWidth(width);
        column.setMinWidth(kind ? width : 120);
        column.setMaxWidth(kind ? width : Double.MAX_VALUE);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                kind
                        ? row.getValue().subject().kind().word()
                        : row.getValue().subject().shown()));
        column.setCellFactory(view -> kind ? new VisibleCell<>() : new VisibleCell<>("mono"));
        return column;
    }

    private TableColumn<MatrixLine, MatrixLine> cell(String role, int at) {
        TableColumn<MatrixLine, MatrixLine> column = new TableColumn<>();
        ElidedLabel head = new ElidedLabel(role);
        head.setMaxWidth(WIDTH - 16);
        column.setGraphic(head);
        column.setPrefWidth(WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> new MatrixCell(at, texts));
        return column;
    }
}
