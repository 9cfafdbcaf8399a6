package dev.plumbline.ui.rotation;

import dev.plumbline.model.Visible;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Labels as this screen has them: as many lines as they need, with nothing in them that deceives the eye. */
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

    /** The head of a card: the first and the last as wide as they are, what is between takes the rest. */
    static HBox head(Node sign, Label name, Node... last) {
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(sign, name);
        head.getChildren().addAll(last);
        head.getStyleClass().add("rotation-head");
        return head;
    }
}
