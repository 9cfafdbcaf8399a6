package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** The cluster's own number from its control file (manual 9.27.10), which some providers let nobody call; CockroachDB: its cluster id. */
record SystemIdentifierReader(String file) implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the system identifier", SqlText.of(file), List.of());
    }

    @Override
    public String gap() {
        return Gap.SYSTEM_IDENTIFIER;
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.systemIdentifier(rows.only().text("system_identifier"));
    }
}
