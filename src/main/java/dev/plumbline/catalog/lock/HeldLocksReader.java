package dev.plumbline.catalog.lock;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the transaction that is open in a session holds locked, from {@code pg_locks} (PostgreSQL manual 54.12): relations alone, without those of the system and TOAST. One round trip.
 */
public final class HeldLocksReader {
    /**
     * A lock as it is found. {@code relation} is null for one whose relation is gone, dropped by the same transaction.
     */
    public record Held(long oid, LockMode mode, @Nullable Known relation) {}

    /**
     * @param filenode the file that holds its rows: another one means that they were written anew
     * @param scans how often this session read it from end to end, as far as the server was not told yet; only the difference within a transaction means anything
     */
    public record Known(Relation relation, long filenode, long scans) {}

    /** Within the open transaction. */
    public List<Held> read(PgSession session, CancelToken cancel) {
        Query query = new Query("the locks that are held", SqlText.of("lock/held.sql"), List.of());
        List<Held> held = new ArrayList<>();
        for (Rows.Row row : session.readWithin(List.of(query), cancel).get(0).rows()) {
            Known known = row.textOrNull("name") == null ? null : known(row);
            if (known == null || !known.relation().schema().text().equals("pg_toast")) {
                held.add(new Held(row.number("relation"), LockMode.of(row.text("mode")), known));
            }
        }
        return held;
    }

    /** Every relation that is there, by its oid; within the open transaction. */
    public Map<Long, Known> relations(PgSession session, CancelToken cancel) {
        Query query = new Query("the relations", SqlText.of("lock/relations.sql"), List.of());
        Map<Long, Known> all = new HashMap<>();
        session.readWithin(List.of(query), cancel)
                .get(0)
                .rows()
                .forEach(row -> all.put(row.number("relation"), known(row)));
        return all;
    }

    private static Known known(Rows.Row row) {
        return new Known(
                new Relation(
                        row.name("schema"), row.name("name"), row.text("kind").charAt(0)),
                row.number("filenode"),
                row.number("scans"));
    }
}
