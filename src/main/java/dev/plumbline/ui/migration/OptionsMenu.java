package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.revision.ExecutionOrder;
import dev.plumbline.model.Name;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** How a run is bracketed and ordered, where names are looked for, and whether a database without a record may begin. */
final class OptionsMenu {
    private OptionsMenu() {}

    static List<MenuItem> of(MigrationChoice choice, Consumer<MigrationChoice> chosen) {
        List<MenuItem> items = new ArrayList<>();
        items.add(head("migrations.order"));
        for (ExecutionOrder order : ExecutionOrder.values()) {
            items.add(radio(
                    "migrations.order." + order.name(),
                    order == choice.order(),
                    () -> chosen.accept(
                            choice.running(choice.mode(), order, choice.searchPath(), choice.allowDirty()))));
        }
        items.add(new SeparatorMenuItem());
        items.add(head("migrations.mode"));
        for (TransactionMode mode : TransactionMode.values()) {
            items.add(radio(
                    "migrations.mode." + mode.name(),
                    mode == choice.mode(),
                    () -> chosen.accept(
                            choice.running(mode, choice.order(), choice.searchPath(), choice.allowDirty()))));
        }
        items.add(new SeparatorMenuItem());
        CheckMenuItem dirty = new CheckMenuItem(Texts.get("migrations.allowDirty"));
        dirty.setId("allowDirty");
        dirty.setSelected(choice.allowDirty());
        dirty.setOnAction(event ->
                chosen.accept(choice.running(choice.mode(), choice.order(), choice.searchPath(), dirty.isSelected())));
        items.add(dirty);
        items.add(path(
                choice.searchPath().text(),
                text -> choice.running(choice.mode(), choice.order(), Name.of(text), choice.allowDirty()),
                chosen));
        return items;
    }

    private static MenuItem path(String now, Function<String, MigrationChoice> with, Consumer<MigrationChoice> chosen) {
        TextField field = new TextField(now);
        field.setId("searchPath");
        field.getStyleClass().add("mono");
        field.setPrefColumnCount(14);
        field.setAccessibleText(Texts.get("migrations.searchPath"));
        HBox line = new HBox(new Label(Texts.get("migrations.searchPath")), field);
        line.getStyleClass().add("option-line");
        CustomMenuItem item = new CustomMenuItem(line, false);
        field.setOnAction(event -> {
            if (!field.getText().isBlank()) {
                chosen.accept(with.apply(field.getText().strip()));
            }
        });
        return item;
    }

    private static MenuItem head(String key) {
        MenuItem head = new MenuItem(Texts.get(key));
        head.setDisable(true);
        return head;
    }

    private static MenuItem radio(String key, boolean selected, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem(Texts.get(key));
        item.setSelected(selected);
        item.setOnAction(event -> choose.run());
        return item;
    }
}
