package dev.plumbline.ui;

import dev.plumbline.job.Work;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.GatesReport;
import java.util.function.Function;

/** What the screens of DBUpgrades can set going. */
public record UpgradeActions(Function<ResourceRef, Work<GatesReport>> check) {}
