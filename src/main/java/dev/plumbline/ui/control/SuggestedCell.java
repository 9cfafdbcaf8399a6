package dev.plumbline.ui.control;

import dev.plumbline.model.Visible;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import org.jspecify.annotations.Nullable;

/** A name in a list of suggestions, with everything deceiving escaped. */
final class SuggestedCell extends ListCell<String> {
    SuggestedCell() {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty || text == null ? null : Visible.text(text));
    }
}
