package dev.plumbline.ui.gates;

import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A text in several lines that is there to be copied, exactly as it stands. */
final class CopiedText extends HBox {
    CopiedText(String text, String spoken) {
        getStyleClass().addAll("card", "copied");
        Label shown = new Label(text);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        shown.setWrapText(true);
        shown.setMinWidth(0);
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.getStyleClass().add("mono");
        HBox.setHgrow(shown, Priority.ALWAYS);
        Button copy = new Button(Texts.get("copy"));
        copy.getStyleClass().addAll("quiet", "copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(Texts.get("setup.copy", spoken));
        copy.setOnAction(event -> MonoText.copy(text));
        getChildren().addAll(shown, copy);
    }
}
