package dev.plumbline.ui.fx;

import dev.plumbline.model.ResourceRef;
import java.util.List;

/** A screen of a ManagedDatabase; its tabs belong together. */
public sealed interface ManagedDestination extends Destination {
    ResourceRef managed();

    @Override
    default String context() {
        return managed().context();
    }

    @Override
    default List<String> crumbs() {
        return Crumbs.of(managed());
    }

    @Override
    default List<Destination> tabs() {
        return List.of(new Managed(managed()), new Rotation(managed()));
    }

    /** Where a ManagedDatabase is on its chain of migrations, and who uses which of its credentials. */
    record Managed(ResourceRef managed) implements ManagedDestination {}

    /** The plan of one turn of its loop: old credentials go, one migration runs, new ones come. */
    record Rotation(ResourceRef managed) implements ManagedDestination {}
}
