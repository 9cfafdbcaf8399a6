package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import javafx.scene.Node;
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

    /** Text of several lines as it is written, each line escaped. */
    static Label lines(String text, String... styles) {
        Label label = of("", styles);
        label.setText(escaped(text));
        return label;
    }

    static String escaped(String text) {
        return String.join("\n", text.lines().map(Visible::text).toList());
    }

    static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
