package dev.plumbline.plan;

import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Set;

/** What a statement does to a snapshot. One record per kind of statement, each in its own file. */
public interface Change {
    Snapshot applyTo(Snapshot before);

    /** The keys of the {@link CatalogText} lines that the statement speaks of, changed or already so. */
    default Set<String> keys(Snapshot before) {
        return Set.of();
    }

    /** What a script with this statement must find as it was before it may run. */
    default List<StateFact> facts() {
        return List.of();
    }
}
