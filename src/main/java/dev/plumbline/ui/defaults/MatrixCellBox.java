package dev.plumbline.ui.defaults;

import dev.plumbline.drift.defaults.CellState;
import dev.plumbline.drift.defaults.MatrixCell;
import dev.plumbline.ui.control.ElidedLabel;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One cell as drawn: up to two marks, or one and how many more there are; a click opens it. */
final class MatrixCellBox extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final ElidedLabel first = new ElidedLabel();
    private final ElidedLabel second = new ElidedLabel();
    private final MatrixView view;
    private final Tooltip told = new Tooltip();
    private @Nullable MatrixCell cell;

    MatrixCellBox(MatrixView view) {
        this.view = view;
        getStyleClass().add("matrix-cell");
        setPrefWidth(MatrixView.COLUMN);
        getChildren().addAll(first, second);
        Tooltip.install(this, told);
        setOnMouseClicked(event -> {
            MatrixCell now = cell;
            if (now != null) {
                view.openCell(now.row(), now.column());
            }
        });
    }

    void show(MatrixCell shown, boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
        if (shown.equals(cell)) {
            return;
        }
        cell = shown;
        List<CellWords.Mark> marks = view.marks(shown);
        mark(first, marks.get(0));
        boolean more = marks.size() > 1;
        second.setVisible(more);
        second.setManaged(more);
        if (marks.size() == 2) {
            mark(second, marks.get(1));
        } else if (more) {
            mark(second, new CellWords.Mark((marks.size() - 1) + " more…", CellState.NONE));
        }
        told.setText(CellWords.told(shown));
        setAccessibleText(CellWords.told(shown));
    }

    @Nullable
    MatrixCell cell() {
        return cell;
    }

    private static void mark(Label label, CellWords.Mark mark) {
        label.setText(mark.text());
        label.getStyleClass()
                .setAll(
                        "label",
                        "chip",
                        mark.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
