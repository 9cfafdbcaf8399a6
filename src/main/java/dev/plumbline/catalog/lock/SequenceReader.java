package dev.plumbline.catalog.lock;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far sequences have counted, which no ROLLBACK takes back (PostgreSQL manual 9.17). One round trip. */
public final class SequenceReader {
    /**
     * @param seen whether this login may read it
     * @param last what was given last; null when it never gave anything, or may not be read
     */
    public record Position(
            Name schema, Name name, boolean seen, @Nullable Long last) {}

    public List<Position> read(PgSession session, CancelToken cancel) {
        Query query = new Query("how far sequences are", SqlText.of("lock/sequences.sql"), List.of());
        return session.readTogether(List.of(query), cancel).get(0).map(row -> {
            String last = row.textOrNull("last");
            return new Position(
                    row.name("schema"), row.name("name"), row.flag("seen"), last == null ? null : Long.valueOf(last));
        });
    }
}
