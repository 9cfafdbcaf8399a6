package dev.plumbline.ui.control;

import java.util.List;
import javafx.scene.Node;

/** The style classes of a node. */
public final class StyleClasses {
    private StyleClasses() {}

    /** Leaves a node alone that has these already: any change, even to the same, makes the toolkit match all styles anew, which is most of what a cell costs. */
    public static void set(Node node, String... classes) {
        List<String> wanted = List.of(classes);
        if (!node.getStyleClass().equals(wanted)) {
            node.getStyleClass().setAll(wanted);
        }
    }
}
