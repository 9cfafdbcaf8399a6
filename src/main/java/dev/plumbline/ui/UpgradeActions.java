package dev.plumbline.ui;

import dev.plumbline.job.Work;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.operation.GatesReport;
import dev.plumbline.operation.UpgradePlan;
import dev.plumbline.ui.gates.ComposeActions;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the screens of DBUpgrades can set going; {@code choices} are those of a context's namespace. */
public record UpgradeActions(
        Function<ResourceRef, Work<GatesReport>> check,
        BiFunction<String, String, Work<UpgradeChoices>> choices,
        Function<DbUpgrade, Work<UpgradePlan>> plan,
        ComposeActions.CreateWork create) {}
