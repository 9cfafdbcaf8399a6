package dev.plumbline.ui.control;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Fills a grid with names at the left and values at the right, in the map's order; what is empty is left out. */
public final class Facts {
    private Facts() {}

    public static void show(GridPane grid, Map<String, String> facts) {
        grid.getChildren().clear();
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        facts.entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .forEach(fact -> grid.addRow(grid.getRowCount(), name(fact.getKey()), value(fact.getValue())));
    }

    private static Node name(String text) {
        Label name = new Label(text);
        name.getStyleClass().add("muted");
        return name;
    }

    private static Node value(String text) {
        MonoText value = new MonoText(text);
        value.setWrapText(true);
        return value;
    }
}
