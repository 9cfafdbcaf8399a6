package dev.plumbline.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** Says what would stand here, and offers the next step. */
public final class EmptyState extends VBox {
    private EmptyState(@Nullable Ikon icon, String title, String words) {
        getStyleClass().add("empty-state");
        setFocusTraversable(false);
        if (icon != null) {
            Icon drawn = new Icon(icon);
            drawn.getStyleClass().add("large");
            getChildren().add(drawn);
        }
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        Label text = new Label(words);
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        getChildren().addAll(heading, text);
    }

    public static EmptyState of(Ikon icon, String title, String words) {
        return new EmptyState(icon, title, words);
    }

    public static EmptyState of(String title, String words) {
        return new EmptyState(null, title, words);
    }

    /** Adds the button of the next step. */
    public EmptyState offering(String step, Runnable action) {
        Button button = new Button(step);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return this;
    }
}
