package dev.plumbline.ui.control;

import javafx.scene.control.Label;

/** A label that leaves out its middle when there is no room, and then tells its whole text in a tooltip. */
public class ElidedLabel extends Label {
    public ElidedLabel() {
        this("");
    }

    public ElidedLabel(String text) {
        super(text);
        Elision.install(this);
        setMinWidth(0);
    }

    /** Whether part of the text is left out as the label is drawn now. */
    public boolean isCut() {
        return Elision.isCut(this);
    }
}
