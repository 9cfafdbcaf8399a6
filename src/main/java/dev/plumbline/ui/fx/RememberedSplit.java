package dev.plumbline.ui.fx;

import java.util.List;
import javafx.scene.control.SplitPane;
import javafx.scene.control.SplitPane.Divider;

/** Dividers that stand where they were left. */
public final class RememberedSplit {
    private RememberedSplit() {}

    /** Puts each divider where the memory has it, and remembers where it is put from then on. */
    public static void install(SplitPane pane, LayoutMemory memory, String key) {
        List<Divider> dividers = pane.getDividers();
        for (int index = 0; index < dividers.size(); index++) {
            String place = key + "." + index;
            Divider divider = dividers.get(index);
            divider.setPosition(memory.number(place, divider.getPosition()));
            divider.positionProperty().subscribe(() -> memory.put(place, Double.toString(divider.getPosition())));
        }
    }
}
