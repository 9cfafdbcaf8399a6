package dev.plumbline.ui.why;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.MonoText;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels that take as many lines as their text needs. */
final class Words {
    private Words() {}

    static Label of(String text, String... styleClasses) {
        Label label = new Label(Visible.text(text));
        label.getStyleClass().addAll(styleClasses);
        return wrapped(label);
    }

    static Label mono(String text, String... styleClasses) {
        Label label = new MonoText(text);
        label.getStyleClass().addAll(styleClasses);
        return wrapped(label);
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        return label;
    }
}
