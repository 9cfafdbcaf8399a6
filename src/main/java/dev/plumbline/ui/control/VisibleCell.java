package dev.plumbline.ui.control;

import dev.plumbline.model.Visible;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Text in a table with everything deceiving escaped; what does not fit leaves out its middle and stands in the tooltip. */
public final class VisibleCell<S> extends TableCell<S, String> {
    public VisibleCell(String... styleClasses) {
        getStyleClass().addAll(styleClasses);
        Elision.install(this);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty || text == null ? null : Visible.text(text));
    }
}
