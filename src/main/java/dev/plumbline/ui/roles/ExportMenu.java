package dev.plumbline.ui.roles;

import dev.plumbline.ui.fx.Texts;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** What the drawing can be taken away as. */
final class ExportMenu {
    private ExportMenu() {}

    static void fill(MenuButton menu, RolesViewModel model, GraphPane graph) {
        menu.getItems()
                .setAll(
                        item(Texts.get("roles.export.svg"), () -> model.export(RolesExports.Kind.SVG)),
                        item(Texts.get("roles.export.png"), () -> model.exportPicture(Pixels.png(graph.picture()))),
                        item(Texts.get("roles.export.dot"), () -> model.export(RolesExports.Kind.DOT)),
                        item(Texts.get("roles.export.mermaid"), () -> model.export(RolesExports.Kind.MERMAID)),
                        item(Texts.get("roles.export.json"), () -> model.export(RolesExports.Kind.JSON)));
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }
}
