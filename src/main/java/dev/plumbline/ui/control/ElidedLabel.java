package dev.plumbline.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** A label that leaves out its middle when there is no room, and then tells its whole text in a tooltip. */
public class ElidedLabel extends Label {
    public ElidedLabel() {
        this("");
    }

    public ElidedLabel(String text) {
        super(text);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setEllipsisString("…");
        setMinWidth(0);
        setOnMouseEntered(event -> showWholeTextWhenCut());
    }

    /** Whether part of the text is left out as the label is drawn now. */
    public boolean isCut() {
        Node drawn = lookup(".text");
        return drawn instanceof Text text && !text.getText().equals(getText());
    }

    private void showWholeTextWhenCut() {
        setTooltip(isCut() ? new Tooltip(getText()) : null);
    }
}
