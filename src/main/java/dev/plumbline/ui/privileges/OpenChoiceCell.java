package dev.plumbline.ui.privileges;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A line of a filter's box; the empty text stands for everything and says so. */
final class OpenChoiceCell extends ListCell<String> {
    private final String anything;

    OpenChoiceCell(String anything) {
        this.anything = anything;
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty || text == null ? null : text.isEmpty() ? anything : text);
    }
}
