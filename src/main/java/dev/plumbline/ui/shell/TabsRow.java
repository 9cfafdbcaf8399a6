package dev.plumbline.ui.shell;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The tabs of the place that is shown; none where there is only one. Those that do not fit are in a menu behind the others, but never the one that is shown. */
final class TabsRow {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private final HBox row;
    private final ShellViewModel model;
    private final MenuButton more = new MenuButton();
    private List<Button> tabs = List.of();

    TabsRow(HBox row, ShellViewModel model) {
        this.row = row;
        this.model = model;
        more.setId("moreTabs");
        more.getStyleClass().addAll("quiet", "more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        row.setMinWidth(0);
        row.widthProperty().subscribe(this::fit);
    }

    void show() {
        List<Destination> places = model.tabs();
        present(row, places.size() > 1);
        tabs = places.stream().map(this::tab).toList();
        row.getChildren().setAll(tabs);
        row.getChildren().add(more);
        present(more, false);
        fit();
    }

    private Button tab(Destination destination) {
        Button tab = new Button(Texts.get(destination.tabKey()));
        tab.getStyleClass().setAll("tab");
        tab.setId(destination.tabKey());
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setOnAction(event -> model.go(destination));
        tab.pseudoClassStateChanged(SELECTED, destination.equals(model.current().get()));
        return tab;
    }

    /** What was never laid out has no width yet, and is fitted as soon as it has one. */
    private void fit() {
        if (row.getWidth() <= 0) {
            return;
        }
        more.setText(Texts.get("tabs.more", tabs.size()));
        present(more, true);
        tabs.forEach(tab -> present(tab, true));
        row.applyCss();
        List<Button> hidden = hidden();
        hidden.forEach(tab -> present(tab, false));
        present(more, !hidden.isEmpty());
        more.setText(Texts.get("tabs.more", hidden.size()));
        more.setAccessibleText(Texts.get("tabs.more.spoken", hidden.size()));
        more.getItems().setAll(hidden.stream().map(TabsRow::item).toList());
    }

    private List<Button> hidden() {
        double room = row.getWidth() - row.snappedLeftInset() - row.snappedRightInset() + row.getSpacing();
        if (tabs.stream().mapToDouble(this::width).sum() <= room) {
            return List.of();
        }
        double left = room - width(more);
        for (Button tab : tabs) {
            left -= isSelected(tab) ? width(tab) : 0;
        }
        List<Button> hidden = new ArrayList<>();
        for (Button tab : tabs) {
            if (!isSelected(tab)) {
                left -= width(tab);
                if (left < 0) {
                    hidden.add(tab);
                }
            }
        }
        return hidden;
    }

    private static boolean isSelected(Button tab) {
        return tab.getPseudoClassStates().contains(SELECTED);
    }

    /** With the space behind it. */
    private double width(Region node) {
        return row.snapSizeX(node.prefWidth(Region.USE_COMPUTED_SIZE)) + row.getSpacing();
    }

    private static MenuItem item(Button tab) {
        MenuItem item = new MenuItem(tab.getText());
        item.setId("more." + tab.getId());
        item.setOnAction(event -> tab.fire());
        return item;
    }
}
