package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import dev.plumbline.runbook.lint.RunbookFinding;
import dev.plumbline.runbook.lint.Severity;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** What is wrong with a runbook, by its reader or its linter: the line, what, and what to write instead. */
final class FaultCell extends ListCell<RunbookFinding> {
    private static final double AROUND = 40;
    private final Text text = new Text();

    FaultCell(ListView<RunbookFinding> list) {
        getStyleClass().add("fault-cell");
        text.getStyleClass().add("fault");
        text.wrappingWidthProperty().bind(list.widthProperty().subtract(AROUND));
    }

    @Override
    protected void updateItem(@Nullable RunbookFinding fault, boolean empty) {
        super.updateItem(fault, empty);
        if (fault == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        text.setText(Visible.text((fault.severity() == Severity.ERROR ? "▲ " : "△ ")
                + Texts.get("editor.line", Integer.toString(fault.place().line())) + " · "
                + fault.code() + " · " + fault.message()
                + (fault.next().isEmpty() ? "" : " " + fault.next())));
        setGraphic(text);
        setAccessibleText(text.getText());
    }
}
