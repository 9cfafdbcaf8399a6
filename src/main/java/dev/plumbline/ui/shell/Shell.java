package dev.plumbline.ui.shell;

import dev.plumbline.ui.estate.EstateTreeController;
import dev.plumbline.ui.estate.EstateViewModel;
import dev.plumbline.ui.estate.SafeModePopOver;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.palette.PaletteEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;

/** What the frame is put together from. {@code titled} hears the title of the screen that is shown. */
public record Shell(
        ShellViewModel model,
        Screens screens,
        EstateViewModel estate,
        EstateTreeController tree,
        Activity activity,
        ObjectProperty<Theme> theme,
        Runnable addConnection,
        Consumer<String> titled) {

    void chooseMode(Node anchor, String context) {
        SafeModePopOver.show(anchor, context, estate);
    }

    /** Everything that the palette can find now: actions first, then every object that was read. */
    List<PaletteEntry> entries(ShellController controller) {
        List<PaletteEntry> entries = new ArrayList<>();
        int number = 1;
        for (Destination tab : model.tabs()) {
            entries.add(action(tab.tabKey(), number <= 9 ? "Ctrl+" + number : "", () -> model.go(tab)));
            number++;
        }
        addActions(entries, controller.actions());
        entries.add(action("readAgain", Shortcuts.READ_AGAIN.getDisplayText(), controller::readAgain));
        entries.add(action("theme.other", "", controller::switchTheme));
        entries.add(action("activity.toggle", Shortcuts.DRAWER.getDisplayText(), controller::toggleDrawer));
        entries.add(action("estate.filter", Shortcuts.FILTER.getDisplayText(), tree::focusFilter));
        entries.add(action("estate.add", "", addConnection));
        entries.add(action("estate.readAll", "", estate::readAll));
        Destination compare = new Destination.Compare(model.current().get().place());
        if (screens.has(compare)) {
            entries.add(action("compare.open.palette", "", () -> model.go(compare)));
        }
        if (model.tabs().stream().noneMatch(Destination.Runbooks.class::isInstance)) {
            addPlace(entries, new Destination.Runbooks(new Destination.Estate()));
        }
        List<String> offered =
                controller.actions().stream().map(ScreenAction::title).toList();
        addActions(
                entries,
                screens.everywhere().stream()
                        .filter(action -> !offered.contains(action.title()))
                        .toList());
        for (Destination place : List.of(new Destination.Journal(), new Destination.Settings())) {
            addPlace(entries, place);
        }
        estate.places()
                .forEach(place ->
                        entries.add(new PaletteEntry(place.title(), place.where(), () -> model.go(place.to()))));
        return entries;
    }

    private static void addActions(List<PaletteEntry> entries, List<ScreenAction> actions) {
        actions.forEach(action -> entries.add(new PaletteEntry(action.title(), action.shortcut(), action.run())));
    }

    private void addPlace(List<PaletteEntry> entries, Destination place) {
        if (screens.has(place)) {
            entries.add(action(place.tabKey(), "", () -> model.go(place)));
        }
    }

    private static PaletteEntry action(String key, String shortcut, Runnable run) {
        return new PaletteEntry(Texts.get(key), shortcut, run);
    }
}
