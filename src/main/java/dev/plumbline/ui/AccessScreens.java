package dev.plumbline.ui;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.access.RecordedNotice;
import dev.plumbline.ui.defaults.DefaultPrivilegesActions;
import dev.plumbline.ui.defaults.DefaultPrivilegesController;
import dev.plumbline.ui.defaults.DefaultPrivilegesViewModel;
import dev.plumbline.ui.findings.FindingsController;
import dev.plumbline.ui.findings.FindingsViewModel;
import dev.plumbline.ui.fx.DatabaseDestination;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.preflight.PreflightController;
import dev.plumbline.ui.preflight.PreflightViewModel;
import dev.plumbline.ui.privileges.PrivilegesController;
import dev.plumbline.ui.privileges.PrivilegesViewModel;
import dev.plumbline.ui.roles.RolesController;
import dev.plumbline.ui.roles.RolesExports;
import dev.plumbline.ui.roles.RolesViewModel;
import dev.plumbline.ui.staging.StagedScreen;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import dev.plumbline.ui.why.AskedQuestion;
import dev.plumbline.ui.why.WhyController;
import dev.plumbline.ui.why.WhyViewModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The screens of a Database's access side, over one reading for all of them. */
final class AccessScreens {
    private final DatabaseActions actions;
    private final Surroundings around;
    private final SavedTexts texts;
    private final Function<DatabasePlace, AccessReading> readings;
    private final Function<DatabasePlace, Staging> stagings;
    private final Map<DatabasePlace, AskedQuestion> toAsk = new HashMap<>();

    private AccessScreens(
            DatabaseActions actions,
            Surroundings around,
            SavedTexts texts,
            Function<DatabasePlace, AccessReading> readings,
            Function<DatabasePlace, Staging> stagings) {
        this.actions = actions;
        this.around = around;
        this.texts = texts;
        this.readings = readings;
        this.stagings = stagings;
    }

    static Screens of(
            DatabaseActions actions,
            Surroundings around,
            SavedTexts texts,
            Function<DatabasePlace, AccessReading> readings,
            Function<DatabasePlace, Staging> stagings) {
        AccessScreens screens = new AccessScreens(actions, around, texts, readings, stagings);
        return new Screens()
                .with(DatabaseDestination.Roles.class, screens.staged(screens::roles))
                .with(DatabaseDestination.Privileges.class, screens.staged(screens::privileges))
                .with(DatabaseDestination.Why.class, screens.staged(screens::why))
                .with(DatabaseDestination.DefaultPrivileges.class, screens.staged(screens::defaultPrivileges))
                .with(DatabaseDestination.Findings.class, screens.staged(screens::findings))
                .with(DatabaseDestination.Preflight.class, screens.staged(screens::preflight));
    }

    /** A screen with the bar of what is staged for its Database. */
    private <D extends Destination> Function<D, Screen> staged(Function<DatabasePlace, Screen> screen) {
        return to -> {
            DatabasePlace place = Objects.requireNonNull(to.place(), "a screen of a Database");
            return StagedScreen.over(
                            screen.apply(place),
                            stagings.apply(place),
                            () -> around.navigator().go(new DatabaseDestination.Review(place)))
                    .headed(RecordedNotice.of(readings.apply(place)));
        };
    }

    private Stager stager(DatabasePlace place, String tabKey) {
        return new Stager(stagings.apply(place), Texts.get(tabKey));
    }

    private Screen roles(DatabasePlace place) {
        RolesViewModel model = new RolesViewModel(
                readings.apply(place), new RolesExports(texts::offer, texts::offerBytes), around.activity());
        return new RolesController(model, stager(place, "tab.Roles"));
    }

    private Screen findings(DatabasePlace place) {
        return new FindingsController(
                new FindingsViewModel(readings.apply(place), around.activity()), stager(place, "tab.Findings"));
    }

    private Screen preflight(DatabasePlace place) {
        return new PreflightController(
                new PreflightViewModel(readings.apply(place), around.activity()), stager(place, "tab.Preflight"));
    }

    private Screen privileges(DatabasePlace place) {
        PrivilegesViewModel model = new PrivilegesViewModel(
                readings.apply(place), texts::offer, question -> ask(place, question), around.activity());
        return new PrivilegesController(model, Visible.text(place.name()), stager(place, "tab.Privileges"));
    }

    private Screen why(DatabasePlace place) {
        WhyViewModel model =
                new WhyViewModel(readings.apply(place), actions.why().apply(place), around.activity());
        return new WhyController(
                model,
                Visible.text(place.name()),
                () -> Optional.ofNullable(toAsk.remove(place)),
                stager(place, "tab.Why"));
    }

    /** Goes to the Why screen with this question. */
    private void ask(DatabasePlace place, AskedQuestion question) {
        toAsk.put(place, question);
        around.navigator().go(new DatabaseDestination.Why(place));
    }

    private Screen defaultPrivileges(DatabasePlace place) {
        DefaultPrivilegesActions defaults = new DefaultPrivilegesActions(
                actions.proveNext().apply(place), () -> around.modeOf().apply(place.context()));
        return new DefaultPrivilegesController(
                new DefaultPrivilegesViewModel(readings.apply(place), defaults, around.activity()),
                stager(place, "tab.DefaultPrivileges"),
                around.clock());
    }
}
