package dev.plumbline.ui.defaults;

import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.MonoText;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The parts that both sheets under the matrix are made of. */
final class Sheets {
    private Sheets() {}

    static Label heading(String text) {
        Label label = words(text);
        label.getStyleClass().add("heading");
        return label;
    }

    static Label muted(String text) {
        Label label = words(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    static Label words(String text) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label mono(String text) {
        Label label = words(text);
        label.getStyleClass().add("mono");
        return label;
    }

    /** A heading with parts at its right end. */
    static HBox head(Node title, Node... parts) {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(title, between);
        head.getChildren().addAll(parts);
        head.getStyleClass().add("sheet-head");
        return head;
    }

    static Label statement(Sql sql) {
        Label label = mono(sql.text() + ";");
        label.getStyleClass().add("statement");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    static Button copy(String id, List<Sql> statements) {
        Button button = new Button(Texts.get("defaults.copy"));
        button.setId(id);
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> MonoText.copy(script(statements)));
        return button;
    }

    static String script(List<Sql> statements) {
        return statements.stream().map(sql -> sql.text() + ";\n").collect(Collectors.joining());
    }
}
