package dev.plumbline.ui.palette;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.ElidedLabel;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One entry: its title, and where it is at the right. */
final class PaletteCell extends ListCell<PaletteEntry> {
    private final ElidedLabel title = new ElidedLabel();
    private final ElidedLabel detail = new ElidedLabel();
    private final HBox line = new HBox(title, detail);

    PaletteCell() {
        line.getStyleClass().add("line");
        detail.getStyleClass().addAll("muted", "small");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        detail.setMaxWidth(280);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(Visible.text(entry.title()));
        detail.setText(Visible.text(entry.detail()));
        setAccessibleText(title.getText() + ", " + detail.getText());
        setGraphic(line);
    }
}
