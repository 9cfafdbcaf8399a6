package dev.plumbline.ui.control;

import dev.plumbline.model.Sql;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Statements to be read and copied, one under the other, each in as many lines as it needs. */
public final class StatementCard extends HBox {
    /** {@code actions} stand before the button that copies. */
    public StatementCard(List<Sql> statements, Node... actions) {
        getStyleClass().add("statement-card");
        VBox lines = new VBox();
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        for (Sql statement : statements) {
            (statement.text() + ";").lines().forEach(text -> lines.getChildren().add(line(text)));
        }
        Button copy = new Button(Texts.get("copy"));
        copy.getStyleClass().addAll("quiet", "copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> MonoText.copy(
                statements.stream().map(statement -> statement.text() + ";").collect(Collectors.joining("\n"))));
        getChildren().add(lines);
        getChildren().addAll(actions);
        getChildren().add(copy);
    }

    private static MonoText line(String text) {
        MonoText line = new MonoText(text.replace("\t", "    "));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
