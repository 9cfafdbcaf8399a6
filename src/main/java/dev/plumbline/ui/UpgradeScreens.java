package dev.plumbline.ui;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.fx.UpgradeDestination;
import dev.plumbline.ui.gates.ComposeActions;
import dev.plumbline.ui.gates.GateActions;
import dev.plumbline.ui.gates.GatesController;
import dev.plumbline.ui.gates.GatesViewModel;
import dev.plumbline.ui.gates.MetricSetupController;
import dev.plumbline.ui.gates.NewUpgradeController;
import dev.plumbline.ui.gates.NewUpgradeViewModel;

/** The screens of DBUpgrades. */
public final class UpgradeScreens {
    private final UpgradeActions actions;
    private final Surroundings around;

    private UpgradeScreens(UpgradeActions actions, Surroundings around) {
        this.actions = actions;
        this.around = around;
    }

    public static Screens of(UpgradeActions actions, Surroundings around) {
        UpgradeScreens screens = new UpgradeScreens(actions, around);
        return new Screens()
                .with(UpgradeDestination.Gates.class, screens::gates)
                .with(Destination.NewUpgrade.class, screens::compose)
                .with(UpgradeDestination.MetricSetup.class, to -> new MetricSetupController());
    }

    private GatesController gates(UpgradeDestination.Gates to) {
        ResourceRef ref = to.upgrade();
        GateActions gates = new GateActions(
                actions.check().apply(ref),
                report -> around.checked().foretell(ref, report.gates().next().reason()),
                () -> around.navigator().go(new Destination.NewUpgrade(ref.context(), ref.namespace())));
        return new GatesController(new GatesViewModel(ref, gates, around.activity(), around.clock()));
    }

    private NewUpgradeController compose(Destination.NewUpgrade to) {
        ComposeActions compose = new ComposeActions(
                namespace -> actions.choices().apply(to.context(), namespace),
                actions.plan(),
                actions.create(),
                () -> around.modeOf().apply(to.context()),
                ref -> around.navigator().go(new UpgradeDestination.Gates(ref)));
        return new NewUpgradeController(
                new NewUpgradeViewModel(to.context(), to.namespace(), compose, around.activity()));
    }
}
