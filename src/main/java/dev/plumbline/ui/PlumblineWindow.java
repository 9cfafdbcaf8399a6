package dev.plumbline.ui;

import dev.plumbline.ui.estate.AddConnectionController;
import dev.plumbline.ui.estate.ContextController;
import dev.plumbline.ui.estate.DirectController;
import dev.plumbline.ui.estate.Estate;
import dev.plumbline.ui.estate.EstateTreeController;
import dev.plumbline.ui.estate.EstateViewModel;
import dev.plumbline.ui.estate.ResourceController;
import dev.plumbline.ui.estate.WelcomeController;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.settings.SettingsController;
import dev.plumbline.ui.shell.Shell;
import dev.plumbline.ui.shell.ShellStage;
import dev.plumbline.ui.shell.ShellViewModel;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;

/** The whole window: puts frame, estate and features together and shows them. Made and used on the UI thread. */
public final class PlumblineWindow {
    private final WindowParts parts;
    private final Activity activity;
    private final EstateViewModel estate;
    private final CheckedStates checked = new CheckedStates();
    private final ObjectProperty<Theme> theme;
    private final Screens screens;
    private final ShellViewModel model;

    public PlumblineWindow(WindowParts parts) {
        this.parts = parts;
        this.activity = new Activity(parts.jobs(), parts.clock());
        this.estate = new EstateViewModel(parts.estate(), activity, parts.jobs(), parts.memory(), parts.clock());
        this.theme = new SimpleObjectProperty<>(
                Theme.named(parts.memory().get(ShellStage.THEME).orElse("")));
        this.screens = new Screens();
        this.model = new ShellViewModel(screens::has, estate::modeOf);
        addScreens();
    }

    private void addScreens() {
        Estate common = new Estate(estate, checked, model, parts.clock());
        screens.with(Destination.Estate.class, to -> new WelcomeController(ShellStage.paletteKey()))
                .with(Destination.Context.class, to -> new ContextController(to.name(), common))
                .with(Destination.Resource.class, to -> new ResourceController(to.resource(), common))
                .with(Destination.Direct.class, to -> new DirectController(to.name(), common))
                .with(Destination.Settings.class, to -> new SettingsController(parts.settings(), activity, theme))
                .withAll(parts.features()
                        .apply(new Surroundings(
                                model,
                                activity,
                                checked,
                                parts.memory(),
                                estate::modeOf,
                                estate::databases,
                                estate::schemas,
                                parts.clock())));
    }

    /** Shows the window on this stage, then reads the estate. */
    public ShellStage showOn(Stage stage) {
        Runnable addConnection = () -> new AddConnectionController(estate.directs()).show(stage);
        Shell shell = new Shell(
                model,
                screens,
                estate,
                new EstateTreeController(estate, checked, model, addConnection),
                activity,
                theme,
                addConnection,
                title -> stage.setTitle(title + " · Plumbline"));
        ShellStage shown = new ShellStage(shell, parts.memory());
        shown.showOn(stage);
        estate.readAll();
        return shown;
    }
}
