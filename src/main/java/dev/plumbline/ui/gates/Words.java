package dev.plumbline.ui.gates;

import dev.plumbline.model.Visible;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels as these screens have them: as many lines as they need, with nothing in them that deceives the eye. */
final class Words {
    private Words() {}

    static Label of(String text, String... styles) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that takes no room while it says nothing. */
    static Label atTimes(String... styles) {
        Label label = of("", styles);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
