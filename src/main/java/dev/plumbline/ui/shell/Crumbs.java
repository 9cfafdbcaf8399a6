package dev.plumbline.ui.shell;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.Destination;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Where one is, in words: context ▸ namespace ▸ name. */
final class Crumbs {
    private static final double LONGEST = 240;
    private static final double LEAST = 110;
    private static final int SHORT = 30;

    private Crumbs() {}

    static void show(HBox row, Destination destination) {
        List<Node> nodes = new ArrayList<>();
        List<String> parts = destination.crumbs();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                nodes.add(arrow());
            }
            ElidedLabel part = new ElidedLabel(Visible.text(parts.get(i)));
            part.setMaxWidth(LONGEST);
            part.setMinWidth(part.getText().length() <= SHORT ? Region.USE_PREF_SIZE : LEAST);
            part.getStyleClass().add(i == parts.size() - 1 ? "heading" : "muted");
            nodes.add(part);
        }
        row.getChildren().setAll(nodes);
        row.setAccessibleText(String.join(", ", parts));
    }

    private static Label arrow() {
        Label arrow = new Label("▸");
        arrow.getStyleClass().add("muted");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        return arrow;
    }
}
