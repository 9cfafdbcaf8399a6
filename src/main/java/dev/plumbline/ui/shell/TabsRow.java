package dev.plumbline.ui.shell;

import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** The tabs of the place that is shown; none where there is only one. */
final class TabsRow {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private TabsRow() {}

    static void show(HBox row, ShellViewModel model) {
        List<Destination> tabs = model.tabs();
        boolean several = tabs.size() > 1;
        row.setVisible(several);
        row.setManaged(several);
        row.getChildren()
                .setAll(tabs.stream()
                        .map(destination -> tab(destination, model))
                        .toList());
    }

    private static Node tab(Destination destination, ShellViewModel model) {
        Button tab = new Button(Texts.get(destination.tabKey()));
        tab.getStyleClass().setAll("tab");
        tab.setId(destination.tabKey());
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setOnAction(event -> model.go(destination));
        tab.pseudoClassStateChanged(SELECTED, destination.equals(model.current().get()));
        return tab;
    }
}
