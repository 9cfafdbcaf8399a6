package dev.plumbline.ui.defaults;

import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.drift.defaults.MatrixCell;
import dev.plumbline.drift.defaults.MatrixRow;
import dev.plumbline.ui.control.ElidedLabel;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A creator's row. */
final class MatrixRowCell extends ListCell<MatrixRow> {
    private final MatrixView view;
    private final ElidedLabel creator = new ElidedLabel();
    private final ElidedLabel can = new ElidedLabel();
    private final Strip strip;

    MatrixRowCell(MatrixView view) {
        this.view = view;
        VBox frozen = new VBox(creator, can);
        frozen.getStyleClass().add("creator");
        creator.getStyleClass().add("mono");
        can.getStyleClass().addAll("muted", "fine");
        strip = new Strip(frozen);
        getStyleClass().add("matrix-row");
        setPrefWidth(0);
        view.whenMoved(this::redraw);
    }

    @Override
    protected void updateItem(@Nullable MatrixRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : strip);
        if (!empty && row != null) {
            creator.setText(row.creator().shown());
            can.setText(row.can());
            setAccessibleText(row.creator().shown() + ", " + row.can());
        }
        redraw();
    }

    private void redraw() {
        DefaultMatrix matrix = view.matrix();
        if (!isEmpty() && matrix != null) {
            strip.draw(matrix.columns().size());
            strip.requestLayout();
        }
    }

    private final class Strip extends MatrixStrip<MatrixCellBox> {
        Strip(VBox frozen) {
            super(MatrixRowCell.this.view, frozen);
            setMinHeight(MatrixView.ROW - 1);
            setPrefHeight(MatrixView.ROW - 1);
        }

        @Override
        MatrixCellBox part() {
            return new MatrixCellBox(view());
        }

        @Override
        void fill(MatrixCellBox part, int column) {
            DefaultMatrix matrix = view().matrix();
            MatrixRow row = getItem();
            if (matrix != null && row != null) {
                MatrixCell cell = matrix.cell(row, matrix.columns().get(column));
                part.show(cell, cell.equals(view().chosenProperty().get()));
            }
        }
    }
}
