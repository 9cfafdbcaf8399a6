package dev.plumbline.catalog;

import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;

/** One subject of the access side: one query, and what its rows mean. The counterpart of {@link SubjectReader}. */
interface AccessSubject {
    Query query();

    /** What is unknown where the login may not read it, in the words of {@link dev.plumbline.model.Gap}. */
    String gap();

    void read(Rows rows, AccessDraft draft);

    default boolean mayBeMissing() {
        return true;
    }

    /** A subject that both snapshots hold. */
    record Shared(SubjectReader reader) implements AccessSubject {
        @Override
        public Query query() {
            return reader.query();
        }

        @Override
        public String gap() {
            return reader.gap();
        }

        @Override
        public void read(Rows rows, AccessDraft draft) {
            reader.read(rows, draft.catalog());
        }

        @Override
        public boolean mayBeMissing() {
            return reader.mayBeMissing();
        }
    }
}
