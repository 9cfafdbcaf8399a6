package dev.plumbline.model.structure;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Needs that were read together with the things but are put together only when somebody asks, once: most comparisons never do. Equal to a list of the same needs, and as
 * unchangeable as one.
 */
public final class LazyNeeds extends AbstractList<StructureNeed> {
    private @Nullable Supplier<List<StructureNeed>> maker;
    private List<StructureNeed> needs = List.of();

    /** @param maker always makes the same; is asked at most once and forgotten then */
    public LazyNeeds(Supplier<List<StructureNeed>> maker) {
        this.maker = maker;
    }

    private synchronized List<StructureNeed> made() {
        Supplier<List<StructureNeed>> once = maker;
        if (once != null) {
            needs = List.copyOf(once.get());
            maker = null;
        }
        return needs;
    }

    @Override
    public StructureNeed get(int index) {
        return made().get(index);
    }

    @Override
    public int size() {
        return made().size();
    }

    @Override
    public Iterator<StructureNeed> iterator() {
        return made().iterator();
    }
}
