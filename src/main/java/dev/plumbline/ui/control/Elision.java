package dev.plumbline.ui.control;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** Leaves out the middle of a text that does not fit, since names are told apart by their ends, and tells all of it in a tooltip. */
final class Elision {
    private Elision() {}

    static void install(Labeled labeled) {
        labeled.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        labeled.setEllipsisString("…");
        labeled.setOnMouseEntered(event -> labeled.setTooltip(isCut(labeled) ? new Tooltip(labeled.getText()) : null));
    }

    /** Whether part of the text is left out as it is drawn now. */
    static boolean isCut(Labeled labeled) {
        return labeled.lookup(".text") instanceof Text drawn && !drawn.getText().equals(labeled.getText());
    }
}
