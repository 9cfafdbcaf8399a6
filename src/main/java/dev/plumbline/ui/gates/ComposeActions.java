package dev.plumbline.ui.gates;

import dev.plumbline.job.Work;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.operation.UpgradePlan;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What writing a new DBUpgrade sets going: what its namespace offers, the plan of one, creating it as planned, and going to it once it is there. */
public record ComposeActions(
        Function<String, Work<UpgradeChoices>> choices,
        Function<DbUpgrade, Work<UpgradePlan>> plan,
        CreateWork create,
        Supplier<SafeMode> mode,
        Consumer<ResourceRef> open) {

    /** Creates what was planned where its digest is the approved one, with the resource's name where that had to be typed. */
    @FunctionalInterface
    public interface CreateWork {
        Work<DbUpgrade> of(UpgradePlan plan, String approved, SafeMode mode, String typed);
    }
}
