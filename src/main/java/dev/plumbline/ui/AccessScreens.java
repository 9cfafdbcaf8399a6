package dev.plumbline.ui;

import dev.plumbline.model.ResourceRef;
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
import dev.plumbline.ui.roles.RolesController;
import dev.plumbline.ui.roles.RolesExports;
import dev.plumbline.ui.roles.RolesViewModel;
import java.util.function.Function;

/** The screens about who may do what in a Database, over its one reading. */
final class AccessScreens {
    private AccessScreens() {}

    static Screens of(DatabaseActions actions, Surroundings around, SavedTexts texts) {
        Function<ResourceRef, AccessReading> readings = AccessReading.shared(actions.access(), around.activity());
        return new Screens()
                .with(
                        Destination.Roles.class,
                        to -> new RolesController(new RolesViewModel(
                                readings.apply(to.ref()),
                                new RolesExports(texts::offer, texts::offerBytes),
                                around.activity())))
                .with(
                        Destination.DefaultPrivileges.class,
                        to -> defaultPrivileges(to.ref(), readings.apply(to.ref()), actions, around))
                .with(
                        Destination.Findings.class,
                        to -> new FindingsController(
                                new FindingsViewModel(readings.apply(to.ref()), around.activity())))
                .with(
                        Destination.Preflight.class,
                        to -> new PreflightController(
                                new PreflightViewModel(readings.apply(to.ref()), around.activity())));
    }

    private static DefaultPrivilegesController defaultPrivileges(
            ResourceRef ref, AccessReading reading, DatabaseActions actions, Surroundings around) {
        DefaultPrivilegesActions defaults = new DefaultPrivilegesActions(
                actions.proveNext(), () -> around.modeOf().apply(ref.context()));
        return new DefaultPrivilegesController(
                new DefaultPrivilegesViewModel(reading, defaults, around.activity()), around.clock());
    }
}
