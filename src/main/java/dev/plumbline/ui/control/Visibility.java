package dev.plumbline.ui.control;

import javafx.scene.Node;

/** Whether a node is there: what is not takes no room. */
public final class Visibility {
    private Visibility() {}

    public static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
