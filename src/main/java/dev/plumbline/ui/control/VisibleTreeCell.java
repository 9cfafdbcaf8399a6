package dev.plumbline.ui.control;

import dev.plumbline.model.Visible;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** Text in a tree of several columns with everything deceiving escaped; what does not fit leaves out its middle and stands in the tooltip. */
public final class VisibleTreeCell<S> extends TreeTableCell<S, String> {
    public VisibleTreeCell() {
        Elision.install(this);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty || text == null ? null : Visible.text(text));
    }
}
