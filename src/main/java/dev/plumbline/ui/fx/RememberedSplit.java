package dev.plumbline.ui.fx;

import java.util.List;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.SplitPane.Divider;
import javafx.scene.input.MouseEvent;

/** Dividers that stand where somebody dragged them. */
public final class RememberedSplit {
    private RememberedSplit() {}

    /** Puts each divider where the memory has it, and remembers where it is dragged from then on. */
    public static void install(SplitPane pane, LayoutMemory memory, String key) {
        List<Divider> dividers = pane.getDividers();
        for (int index = 0; index < dividers.size(); index++) {
            Divider divider = dividers.get(index);
            divider.setPosition(memory.number(place(key, index), divider.getPosition()));
        }
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, released -> {
            if (isDividerOf(pane, released.getTarget())) {
                double[] positions = pane.getDividerPositions();
                for (int index = 0; index < positions.length; index++) {
                    memory.put(place(key, index), Double.toString(positions[index]));
                }
            }
        });
    }

    /** Not the key alone: what older files have there was also put by a window that became smaller. */
    private static String place(String key, int index) {
        return key + ".dragged." + index;
    }

    private static boolean isDividerOf(SplitPane pane, EventTarget target) {
        Node node = target instanceof Node hit ? hit : null;
        while (node != null && node.getParent() != pane) {
            node = node.getParent();
        }
        return node != null && node.getStyleClass().contains("split-pane-divider");
    }
}
