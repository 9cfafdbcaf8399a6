package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import org.jspecify.annotations.Nullable;

/** A name in a list to choose from, with nothing in it that deceives the eye; what does not fit leaves out its middle. */
final class NameCell extends ListCell<String> {
    NameCell() {
        getStyleClass().add("mono");
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
        super.updateItem(name, empty);
        setText(name == null || empty ? null : Visible.text(name));
    }
}
