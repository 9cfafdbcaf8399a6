package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.IdentitySequence;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import java.util.List;

/** Reads the names of the sequences behind identity columns: those that depend on a column internally ({@code pg_depend.deptype = 'i'}, PostgreSQL manual 53.18). */
public final class IdentitySequenceReader {
    public List<IdentitySequence> read(PgSession session, CancelToken cancel) {
        Query query = new Query(
                "the sequences of identity columns", SqlText.of("structure/identity_sequences.sql"), List.of());
        return session.readTogether(List.of(query), cancel)
                .get(0)
                .map(row -> new IdentitySequence(row.name("schema"), row.name("table"), row.name("name")));
    }
}
