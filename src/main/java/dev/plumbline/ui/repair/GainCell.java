package dev.plumbline.ui.repair;

import dev.plumbline.ui.access.DifferenceLines;
import dev.plumbline.ui.control.ElidedLabel;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** One line of who gains or loses; its sign tells which without colour. */
final class GainCell extends ListCell<DifferenceLines.Line> {
    private final ElidedLabel words = new ElidedLabel();

    GainCell() {
        getStyleClass().add("gain-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(DifferenceLines.@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        words.setText(GainLines.shown(line));
        words.getStyleClass().removeAll("ok-text", "danger-text");
        words.getStyleClass().add(line.gained() ? "ok-text" : "danger-text");
        setAccessibleText(line.sentence());
        setGraphic(words);
    }
}
