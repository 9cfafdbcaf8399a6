package dev.plumbline.catalog.lock;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the transaction that is open in a session holds locked, from {@code pg_locks} (PostgreSQL manual 54.12): relations alone, without those of the system and TOAST. One round trip,
 * and one more where names are not known yet. To be kept for as long as one session is looked at.
 */
public final class HeldLocksReader {
    private static final String SUBJECT = "the locks that are held";
    private static final String TOAST = "pg_toast.";
    private static final String NOT_PREPARED = "26000";
    private final Query planned = new Query(SUBJECT, SqlText.of("lock/held.sql"), List.of());
    private final Query prepared = new Query(SUBJECT, "EXECUTE plumbline_held_locks", List.of());
    private final Map<Long, Named> names = new HashMap<>();
    private boolean isPrepared;

    /** For a session where {@link #preparation} was run. */
    public HeldLocksReader() {
        this(true);
    }

    /** @param isPrepared whether {@link #preparation} was run; where it was not, every look is planned */
    public HeldLocksReader(boolean isPrepared) {
        this.isPrepared = isPrepared;
    }

    /** What a relation is called, and how the server showed it by the search path of that moment. */
    private record Named(String shown, Relation relation) {}

    /** To be run once in a session that is to be looked at often: planning the look takes longer than looking. */
    public static Sql preparation() {
        return new Sql("PREPARE plumbline_held_locks AS " + SqlText.of("lock/held.sql"));
    }

    /**
     * A lock as it is found. {@code relation} is null for one whose relation is gone, dropped by the same transaction.
     */
    public record Held(long oid, LockMode mode, @Nullable Known relation) {}

    /**
     * @param filenode the file that holds its rows: another one means that they were written anew
     * @param scans how often this session read it from end to end, as far as the server was not told yet; only the difference within a transaction means anything
     */
    public record Known(Relation relation, long filenode, long scans) {}

    /** Within the open transaction. Asks for names only where the server shows a relation otherwise than it did. */
    public List<Held> read(PgSession session, CancelToken cancel) {
        List<Rows.Row> locks = look(session, cancel).rows().stream()
                .filter(row -> !row.text("shown").startsWith(TOAST))
                .toList();
        List<String> unnamed = locks.stream()
                .filter(row -> !isGone(row) && !isNamed(row))
                .map(row -> row.text("relation"))
                .distinct()
                .toList();
        if (!unnamed.isEmpty()) {
            names(session, unnamed, cancel);
        }
        return locks.stream().map(this::held).toList();
    }

    private Held held(Rows.Row row) {
        long oid = row.number("relation");
        Named named = isGone(row) ? null : names.get(oid);
        return new Held(oid, LockMode.of(row.text("mode")), named == null ? null : known(named.relation(), row));
    }

    /** A relation that is not there any more is shown as its bare number; a name of digits has quotes. */
    private static boolean isGone(Rows.Row row) {
        return row.text("shown").equals(row.text("relation"));
    }

    private boolean isNamed(Rows.Row row) {
        Named named = names.get(row.number("relation"));
        return named != null && named.shown().equals(row.text("shown"));
    }

    private void names(PgSession session, List<String> oids, CancelToken cancel) {
        Query query = new Query(
                "the relations that are locked",
                SqlText.of("lock/named.sql"),
                List.of("{" + String.join(",", oids) + "}"));
        session.readWithin(List.of(query), cancel).get(0).rows().forEach(this::name);
    }

    private Named name(Rows.Row row) {
        Relation relation = new Relation(
                row.name("schema"), row.name("name"), row.text("kind").charAt(0));
        Named named = new Named(row.text("shown"), relation);
        names.put(row.number("relation"), named);
        return named;
    }

    /** Statements of others may have taken away what was prepared. */
    private Rows look(PgSession session, CancelToken cancel) {
        if (isPrepared) {
            try {
                return session.readWithin(List.of(prepared), cancel).get(0);
            } catch (ProblemException failure) {
                if (!PgFailure.sqlState(failure).equals(NOT_PREPARED)) {
                    throw failure;
                }
                isPrepared = false;
            }
        }
        return session.readWithin(List.of(planned), cancel).get(0);
    }

    /** These relations and all that inherit from them or are their partitions; within the open transaction. */
    public Set<Long> withHeirs(PgSession session, Collection<Long> relations, CancelToken cancel) {
        Set<Long> all = new HashSet<>(relations);
        all.addAll(others(session, "the partitions of relations", "lock/heirs.sql", relations, cancel));
        return all;
    }

    /** What changes with these relations although it is not locked: the table of an index, sequences and the tables of their columns, and what has a query that reads them; within the open transaction. */
    public Set<Long> toldWith(PgSession session, Collection<Long> relations, CancelToken cancel) {
        return others(session, "what is told with relations", "lock/told_with.sql", relations, cancel);
    }

    private static Set<Long> others(
            PgSession session, String subject, String file, Collection<Long> relations, CancelToken cancel) {
        Query query = new Query(
                subject,
                SqlText.of(file),
                List.of(relations.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"))));
        return session.readWithin(List.of(query), cancel).get(0).rows().stream()
                .map(row -> row.number("relation"))
                .collect(Collectors.toSet());
    }

    /** Every relation that is there, by its oid; within the open transaction. */
    public Map<Long, Known> relations(PgSession session, CancelToken cancel) {
        Query query = new Query("the relations", SqlText.of("lock/relations.sql"), List.of());
        Map<Long, Known> all = new HashMap<>();
        session.readWithin(List.of(query), cancel)
                .get(0)
                .rows()
                .forEach(row -> all.put(row.number("relation"), known(name(row).relation(), row)));
        return all;
    }

    private static Known known(Relation relation, Rows.Row row) {
        String filenode = row.textOrNull("filenode");
        return new Known(relation, filenode == null ? 0 : Long.parseLong(filenode), row.number("scans"));
    }
}
