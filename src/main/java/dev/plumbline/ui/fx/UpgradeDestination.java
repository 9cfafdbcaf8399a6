package dev.plumbline.ui.fx;

import dev.plumbline.model.ResourceRef;
import java.util.List;

/** A screen of a DBUpgrade; its tabs belong together. */
public sealed interface UpgradeDestination extends Destination {
    ResourceRef upgrade();

    @Override
    default String context() {
        return upgrade().context();
    }

    @Override
    default List<String> crumbs() {
        return Crumbs.of(upgrade());
    }

    @Override
    default List<Destination> tabs() {
        return List.of(new Gates(upgrade()), new MetricSetup(upgrade()));
    }

    /** What holds a DBUpgrade up, computed now. */
    record Gates(ResourceRef upgrade) implements UpgradeDestination {}

    /** How the metrics come to be that its checks ask for. */
    record MetricSetup(ResourceRef upgrade) implements UpgradeDestination {}
}
