package dev.plumbline.ui.control;

import dev.plumbline.ui.fx.Theme;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/** Pop-overs in the window's colours. */
public final class PopOvers {
    private PopOvers() {}

    public static PopOver under(Node content) {
        PopOver popOver = new PopOver(content);
        popOver.setArrowLocation(ArrowLocation.TOP_CENTER);
        popOver.setAnimated(false);
        popOver.getRoot().getStylesheets().add(Theme.sheet("pop-over"));
        return popOver;
    }
}
