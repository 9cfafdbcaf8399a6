package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import dev.plumbline.runbook.document.Fault;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** What keeps a runbook from being run: the line, what, and what to write instead. */
final class FaultCell extends ListCell<Fault> {
    FaultCell() {
        setWrapText(true);
        setPrefWidth(0);
        getStyleClass().add("fault-cell");
    }

    @Override
    protected void updateItem(@Nullable Fault fault, boolean empty) {
        super.updateItem(fault, empty);
        setText(
                fault == null || empty
                        ? null
                        : Visible.text("▲ "
                                + Texts.get(
                                        "editor.line",
                                        Integer.toString(fault.place().line())) + " · "
                                + fault.code() + " · " + fault.message()
                                + (fault.next().isEmpty() ? "" : " " + fault.next())));
    }
}
