package dev.plumbline.ui.preflight;

import dev.plumbline.model.Name;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/** The schemas that are asked about, each to be taken in or left out; the button tells which, or how many. */
final class SchemasMenu {
    private SchemasMenu() {}

    static void show(MenuButton button, PreflightViewModel model) {
        button.getItems()
                .setAll(model.schemas().stream()
                        .map(name -> item(name, button, model))
                        .toList());
        name(button, model);
    }

    private static CheckMenuItem item(Name name, MenuButton button, PreflightViewModel model) {
        CheckMenuItem item = new CheckMenuItem(name.shown());
        item.setMnemonicParsing(false);
        item.setSelected(model.isChosen(name));
        item.setOnAction(event -> {
            model.choose(name, item.isSelected());
            name(button, model);
        });
        return item;
    }

    private static void name(MenuButton button, PreflightViewModel model) {
        List<String> names = model.schemas().stream()
                .filter(model::isChosen)
                .map(Name::shown)
                .toList();
        button.setText(
                names.isEmpty()
                        ? Texts.get("preflight.noSchema")
                        : names.size() == 1 ? names.get(0) : Texts.get("preflight.schemas", names.size()));
    }
}
