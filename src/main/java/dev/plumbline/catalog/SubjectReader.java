package dev.plumbline.catalog;

import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;

/** Reads one subject of the catalog: one query, and what its rows mean for the snapshot. */
interface SubjectReader {
    Query query();

    /** What is unknown where the login may not read it, in the words of {@link dev.plumbline.model.Gap}. */
    String gap();

    void read(Rows rows, SnapshotDraft draft);

    /** True when a snapshot makes sense without it: what the login may not see is then a gap. */
    default boolean mayBeMissing() {
        return true;
    }
}
