package dev.plumbline.plan;

import dev.plumbline.model.Snapshot;

/** What a statement does to a snapshot. One record per kind of statement, each in its own file. */
public interface Change {
    Snapshot applyTo(Snapshot before);
}
