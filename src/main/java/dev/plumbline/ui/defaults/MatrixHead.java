package dev.plumbline.ui.defaults;

import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.drift.defaults.MatrixColumn;
import dev.plumbline.model.ObjectType;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The heads of the columns: schema above, type below. */
final class MatrixHead extends MatrixStrip<VBox> {
    private static final double HEIGHT = 40;

    MatrixHead(MatrixView view) {
        super(view, creatorHead());
        getStyleClass().add("matrix-head");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    private static VBox creatorHead() {
        VBox head = new VBox(new Label(Texts.get("defaults.creator")));
        head.getStyleClass().add("column-head");
        return head;
    }

    void drawAgain() {
        DefaultMatrix matrix = view().matrix();
        draw(matrix == null ? 0 : matrix.columns().size());
        requestLayout();
    }

    @Override
    VBox part() {
        VBox part = new VBox(new ElidedLabel(), new Label());
        part.getStyleClass().add("column-head");
        part.setPrefWidth(MatrixView.COLUMN);
        return part;
    }

    @Override
    void fill(VBox part, int place) {
        DefaultMatrix matrix = view().matrix();
        if (matrix != null) {
            MatrixColumn column = matrix.columns().get(place);
            boolean alone = column.type() == ObjectType.SCHEMAS || column.type() == ObjectType.LARGE_OBJECTS;
            ((Label) part.getChildren().get(0)).setText(alone ? Texts.get("defaults.everywhere") : column.place());
            ((Label) part.getChildren().get(1))
                    .setText(column.type().word().toLowerCase(Locale.ROOT)
                            + (column.exists() ? "" : " · " + Texts.get("defaults.absent")));
        }
    }
}
