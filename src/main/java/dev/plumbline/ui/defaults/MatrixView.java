package dev.plumbline.ui.defaults;

import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.drift.defaults.MatrixCell;
import dev.plumbline.drift.defaults.MatrixColumn;
import dev.plumbline.drift.defaults.MatrixRow;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A matrix whose first column stays while the others scroll sideways. Only the rows and columns in view have nodes, so that thousands of either stay fluid.
 * Arrows move from cell to cell.
 */
final class MatrixView extends VBox {
    static final double FROZEN = 210;
    static final double COLUMN = 124;
    static final double ROW = 48;
    private static final double BAR = 14;

    private final ListView<MatrixRow> rows = new ListView<>();
    private final ScrollBar across = new ScrollBar();
    private final ReadOnlyObjectWrapper<@Nullable MatrixCell> chosen = new ReadOnlyObjectWrapper<>();
    private Function<MatrixCell, List<CellWords.Mark>> marks = cell -> List.of();
    private BiConsumer<MatrixRow, MatrixColumn> open = (row, column) -> {};
    private final MatrixHead head;
    private @Nullable DefaultMatrix matrix;

    MatrixView() {
        head = new MatrixHead(this);
        getStyleClass().add("matrix");
        setMinHeight(120);
        rows.setFixedCellSize(ROW);
        rows.setCellFactory(list -> new MatrixRowCell(this));
        rows.getStyleClass().add("matrix-rows");
        rows.setId("matrixRows");
        across.setOrientation(Orientation.HORIZONTAL);
        across.setId("matrixAcross");
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(head, rows, across);
        widthProperty().subscribe(this::fit);
        whenMoved(head::drawAgain);
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        addEventFilter(ScrollEvent.SCROLL, this::scroll);
        rows.getSelectionModel().selectedItemProperty().subscribe(row -> {
            MatrixCell at = chosen.get();
            if (row != null && at != null && !row.equals(at.row())) {
                open.accept(row, at.column());
            }
        });
    }

    void onOpen(BiConsumer<MatrixRow, MatrixColumn> action) {
        open = action;
    }

    void show(DefaultMatrix shown, Function<MatrixCell, List<CellWords.Mark>> words) {
        matrix = shown;
        marks = words;
        rows.getItems().setAll(shown.rows());
        fitBar();
        head.drawAgain();
        rows.refresh();
    }

    /** Marks the cell and brings it into view; null marks none. */
    void choose(@Nullable MatrixCell cell) {
        chosen.set(cell);
        DefaultMatrix shown = matrix;
        if (cell == null || shown == null) {
            return;
        }
        rows.setAccessibleText(CellWords.told(cell));
        bringIntoView(shown, cell);
        if (!cell.row().equals(rows.getSelectionModel().getSelectedItem())) {
            rows.getSelectionModel().select(cell.row());
            rows.scrollTo(Math.max(0, rows.getSelectionModel().getSelectedIndex() - 1));
        }
    }

    private void bringIntoView(DefaultMatrix shown, MatrixCell cell) {
        double left = shown.columns().indexOf(cell.column()) * COLUMN;
        if (left < across.getValue()) {
            across.setValue(left);
        } else if (left + COLUMN > across.getValue() + viewport()) {
            across.setValue(Math.min(across.getMax(), left + COLUMN - viewport()));
        }
    }

    private void fit() {
        fitBar();
        MatrixCell at = chosen.get();
        if (matrix != null && at != null) {
            bringIntoView(matrix, at);
        }
    }

    private void fitBar() {
        double all = (matrix == null ? 0 : matrix.columns().size()) * COLUMN;
        double room = viewport();
        across.setMax(Math.max(0, all - room));
        across.setVisibleAmount(all <= 0 ? 1 : across.getMax() * Math.min(1, room / all));
        across.setUnitIncrement(COLUMN);
        across.setBlockIncrement(Math.max(COLUMN, room - COLUMN));
        across.setValue(Math.min(across.getValue(), across.getMax()));
        across.setVisible(all > room);
    }

    double viewport() {
        return Math.max(0, getWidth() - FROZEN - BAR);
    }

    private void scroll(ScrollEvent event) {
        double sideways = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (sideways != 0) {
            across.setValue(Math.max(0, Math.min(across.getMax(), across.getValue() - sideways)));
            event.consume();
        }
    }

    private void move(KeyEvent event) {
        MatrixCell at = chosen.get();
        DefaultMatrix shown = matrix;
        int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (step == 0 || at == null || shown == null) {
            return;
        }
        int place = shown.columns().indexOf(at.column()) + step;
        if (place >= 0 && place < shown.columns().size()) {
            open.accept(at.row(), shown.columns().get(place));
        }
        event.consume();
    }

    void openCell(MatrixRow row, MatrixColumn column) {
        open.accept(row, column);
        rows.requestFocus();
    }

    @Nullable
    DefaultMatrix matrix() {
        return matrix;
    }

    List<CellWords.Mark> marks(MatrixCell cell) {
        return marks.apply(cell);
    }

    ScrollBar across() {
        return across;
    }

    ReadOnlyObjectProperty<@Nullable MatrixCell> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Called by parts that must be drawn anew when the matrix moves sideways, is resized, or another cell is chosen. */
    void whenMoved(Runnable draw) {
        across.valueProperty().subscribe(draw);
        widthProperty().subscribe(draw);
        chosen.subscribe(draw);
    }
}
