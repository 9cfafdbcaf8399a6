package dev.plumbline.ui;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.preflight.PreflightController;
import dev.plumbline.ui.preflight.PreflightViewModel;
import java.util.function.Function;

/** The screens about who may do what in a Database, over one shared reading each. */
final class AccessScreens {
    private AccessScreens() {}

    static Screens of(DatabaseActions actions, Surroundings around) {
        Function<ResourceRef, AccessReading> readings = AccessReading.shared(actions.access(), around.activity());
        return new Screens()
                .with(
                        Destination.Preflight.class,
                        to -> new PreflightController(
                                new PreflightViewModel(readings.apply(to.ref()), around.activity())));
    }
}
