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
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.preflight.PreflightController;
import dev.plumbline.ui.preflight.PreflightViewModel;
import dev.plumbline.ui.privileges.PrivilegesController;
import dev.plumbline.ui.privileges.PrivilegesViewModel;
import dev.plumbline.ui.roles.RolesController;
import dev.plumbline.ui.roles.RolesExports;
import dev.plumbline.ui.roles.RolesViewModel;
import dev.plumbline.ui.why.AskedQuestion;
import dev.plumbline.ui.why.WhyController;
import dev.plumbline.ui.why.WhyViewModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The screens of a Database's access side, over one reading for all of them. */
final class AccessScreens {
    private final DatabaseActions actions;
    private final Surroundings around;
    private final SavedTexts texts;
    private final Function<ResourceRef, AccessReading> readings;
    private final Map<ResourceRef, AskedQuestion> toAsk = new HashMap<>();

    private AccessScreens(
            DatabaseActions actions,
            Surroundings around,
            SavedTexts texts,
            Function<ResourceRef, AccessReading> readings) {
        this.actions = actions;
        this.around = around;
        this.texts = texts;
        this.readings = readings;
    }

    static Screens of(
            DatabaseActions actions,
            Surroundings around,
            SavedTexts texts,
            Function<ResourceRef, AccessReading> readings) {
        AccessScreens screens = new AccessScreens(actions, around, texts, readings);
        return new Screens()
                .with(
                        Destination.Roles.class,
                        to -> new RolesController(new RolesViewModel(
                                screens.readings.apply(to.ref()),
                                new RolesExports(texts::offer, texts::offerBytes),
                                around.activity())))
                .with(Destination.Privileges.class, to -> screens.privileges(to.ref()))
                .with(Destination.Why.class, to -> screens.why(to.ref()))
                .with(Destination.DefaultPrivileges.class, to -> screens.defaultPrivileges(to.ref()))
                .with(
                        Destination.Findings.class,
                        to -> new FindingsController(
                                new FindingsViewModel(screens.readings.apply(to.ref()), around.activity())))
                .with(
                        Destination.Preflight.class,
                        to -> new PreflightController(
                                new PreflightViewModel(screens.readings.apply(to.ref()), around.activity())));
    }

    private PrivilegesController privileges(ResourceRef ref) {
        PrivilegesViewModel model = new PrivilegesViewModel(
                readings.apply(ref), texts::offer, question -> ask(ref, question), around.activity());
        return new PrivilegesController(model, Visible.text(ref.name()));
    }

    private WhyController why(ResourceRef ref) {
        WhyViewModel model = new WhyViewModel(readings.apply(ref), actions.why().apply(ref), around.activity());
        return new WhyController(model, Visible.text(ref.name()), () -> Optional.ofNullable(toAsk.remove(ref)));
    }

    /** Goes to the Why screen with this question. */
    private void ask(ResourceRef ref, AskedQuestion question) {
        toAsk.put(ref, question);
        around.navigator().go(new Destination.Why(ref));
    }

    private DefaultPrivilegesController defaultPrivileges(ResourceRef ref) {
        DefaultPrivilegesActions defaults = new DefaultPrivilegesActions(
                actions.proveNext(), () -> around.modeOf().apply(ref.context()));
        return new DefaultPrivilegesController(
                new DefaultPrivilegesViewModel(readings.apply(ref), defaults, around.activity()), around.clock());
    }
}
