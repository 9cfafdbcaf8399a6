package dev.plumbline.ui;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.defaults.DefaultPrivilegesActions;
import dev.plumbline.ui.defaults.DefaultPrivilegesController;
import dev.plumbline.ui.defaults.DefaultPrivilegesViewModel;
import dev.plumbline.ui.findings.FindingsController;
import dev.plumbline.ui.findings.FindingsViewModel;
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
    private final Function<ResourceRef, AccessReading> readings;
    private final Function<ResourceRef, Staging> stagings;
    private final Map<ResourceRef, AskedQuestion> toAsk = new HashMap<>();

    private AccessScreens(
            DatabaseActions actions,
            Surroundings around,
            SavedTexts texts,
            Function<ResourceRef, AccessReading> readings,
            Function<ResourceRef, Staging> stagings) {
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
            Function<ResourceRef, AccessReading> readings,
            Function<ResourceRef, Staging> stagings) {
        AccessScreens screens = new AccessScreens(actions, around, texts, readings, stagings);
        return new Screens()
                .with(Destination.Roles.class, screens.staged(screens::roles))
                .with(Destination.Privileges.class, screens.staged(screens::privileges))
                .with(Destination.Why.class, screens.staged(screens::why))
                .with(Destination.DefaultPrivileges.class, screens.staged(screens::defaultPrivileges))
                .with(Destination.Findings.class, screens.staged(screens::findings))
                .with(Destination.Preflight.class, screens.staged(screens::preflight));
    }

    /** A screen with the bar of what is staged for its Database. */
    private <D extends Destination> Function<D, Screen> staged(Function<ResourceRef, Screen> screen) {
        return to -> {
            ResourceRef ref = Objects.requireNonNull(to.ref(), "a screen of a Database");
            return StagedScreen.over(
                    screen.apply(ref),
                    stagings.apply(ref),
                    () -> around.navigator().go(new Destination.Review(ref)));
        };
    }

    private Stager stager(ResourceRef ref, String tabKey) {
        return new Stager(stagings.apply(ref), Texts.get(tabKey));
    }

    private Screen roles(ResourceRef ref) {
        RolesViewModel model = new RolesViewModel(
                readings.apply(ref), new RolesExports(texts::offer, texts::offerBytes), around.activity());
        return new RolesController(model, stager(ref, "tab.Roles"));
    }

    private Screen findings(ResourceRef ref) {
        return new FindingsController(
                new FindingsViewModel(readings.apply(ref), around.activity()), stager(ref, "tab.Findings"));
    }

    private Screen preflight(ResourceRef ref) {
        return new PreflightController(
                new PreflightViewModel(readings.apply(ref), around.activity()), stager(ref, "tab.Preflight"));
    }

    private Screen privileges(ResourceRef ref) {
        PrivilegesViewModel model = new PrivilegesViewModel(
                readings.apply(ref), texts::offer, question -> ask(ref, question), around.activity());
        return new PrivilegesController(model, Visible.text(ref.name()), stager(ref, "tab.Privileges"));
    }

    private Screen why(ResourceRef ref) {
        WhyViewModel model = new WhyViewModel(readings.apply(ref), actions.why().apply(ref), around.activity());
        return new WhyController(
                model, Visible.text(ref.name()), () -> Optional.ofNullable(toAsk.remove(ref)), stager(ref, "tab.Why"));
    }

    /** Goes to the Why screen with this question. */
    private void ask(ResourceRef ref, AskedQuestion question) {
        toAsk.put(ref, question);
        around.navigator().go(new Destination.Why(ref));
    }

    private Screen defaultPrivileges(ResourceRef ref) {
        DefaultPrivilegesActions defaults = new DefaultPrivilegesActions(
                actions.proveNext(), () -> around.modeOf().apply(ref.context()));
        return new DefaultPrivilegesController(
                new DefaultPrivilegesViewModel(readings.apply(ref), defaults, around.activity()), around.clock());
    }
}
