package dev.plumbline.catalog.lock;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.pg.Walk;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
    private static final Query PLANNED_HELD = new Query(SUBJECT, SqlText.of("lock/held.sql"), List.of());
    private static final Query HELD = new Query(SUBJECT, "EXECUTE plumbline_held_locks", List.of());
    private static final String NAMED = SqlText.of("lock/named.sql");
    private static final String AROUND = SqlText.of("lock/around.sql");
    /** A plan for these very numbers takes longer to make than it saves (manual 19.7.4, "plan_cache_mode"); undone with the reading. */
    private static final String GENERIC = "SET LOCAL plan_cache_mode = force_generic_plan;\n";

    private final Map<Long, Named> names = new HashMap<>();
    private final Set<Name> inherited = new HashSet<>();
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
    private record Named(String shown, Relation relation, long table) {}

    /** To be run once in a session that is to be looked at often: planning the look takes longer than looking. */
    public static Sql preparation() {
        return new Sql("PREPARE plumbline_held_locks AS " + SqlText.of("lock/held.sql")
                + ";\nPREPARE plumbline_named (pg_catalog.oid[]) AS " + NAMED
                + ";\nPREPARE plumbline_around (pg_catalog.oid[]) AS " + AROUND
                + ";\n" + TakenLocks.preparation());
    }

    /** Within an open transaction of a session where {@link #preparation} was run: plans what was prepared, which takes longer than asking it. One round trip. */
    public void plan(PgSession session, CancelToken cancel) {
        session.readWithin(
                List.of(
                        new Query(SUBJECT, "EXECUTE plumbline_taken('{}', true)", List.of()),
                        HELD,
                        new Query(SUBJECT, GENERIC + "EXECUTE plumbline_named('{}')", List.of()),
                        new Query(SUBJECT, "EXECUTE plumbline_around('{}')", List.of())),
                cancel);
    }

    /**
     * A lock as it is found. {@code relation} is null for one whose relation is gone, dropped by the same transaction.
     */
    public record Held(long oid, LockMode mode, @Nullable Known relation) {}

    /**
     * @param filenode the file that holds its rows: another one means that they were written anew
     * @param scans how often this session read it from end to end, as far as the server was not told yet; only the difference within a transaction means anything
     * @param table of an index, and of the sequence of a column, that was met since {@link #relations}; 0 of all others
     */
    public record Known(Relation relation, long filenode, long scans, long table) {}

    /** Whether there is, or was, a table under this name in any schema that others inherit from or are partitions of, as far as names were asked for. */
    public boolean isInherited(Name name) {
        return inherited.contains(name);
    }

    /** Within the open transaction. Asks for names only where the server shows a relation otherwise than it did. */
    public List<Held> read(PgSession session, CancelToken cancel) {
        return read(session, look(session, cancel), cancel);
    }

    /** Whether a look can travel with others, as {@link #query}. */
    public boolean isPrepared() {
        return isPrepared;
    }

    /** The look itself, for somebody who asks for more in the same message and hands the answer over to {@link #read(PgSession, Rows, CancelToken)}. */
    public static Query query() {
        return HELD;
    }

    /** What {@link #query} answered in the transaction that is still open. */
    public List<Held> read(PgSession session, Rows looked, CancelToken cancel) {
        List<Rows.Row> locks = looked.rows().stream()
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
        return new Held(oid, LockMode.of(row.text("mode")), named == null ? null : known(named, row));
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
        String list = oids.stream().collect(Collectors.joining(",", "'{", "}'"));
        prepared(
                        () -> names(session, "EXECUTE plumbline_named(" + list + ")", cancel),
                        () -> names(session, NAMED.replace("$1", list), cancel))
                .rows()
                .forEach(this::name);
    }

    private static Rows names(PgSession session, String text, CancelToken cancel) {
        return session.readWithin(List.of(new Query("the relations that are locked", text, List.of())), cancel)
                .get(0);
    }

    private Named name(Rows.Row row) {
        Relation relation = new Relation(
                row.name("schema"), row.name("name"), row.text("kind").charAt(0));
        String table = row.textOrNull("table");
        Named named = new Named(row.text("shown"), relation, table == null ? 0 : Long.parseLong(table));
        if (row.flag("inherited")) {
            inherited.add(relation.name());
        }
        names.put(row.number("relation"), named);
        return named;
    }

    private Rows look(PgSession session, CancelToken cancel) {
        return prepared(
                () -> session.readWithin(List.of(HELD), cancel).get(0),
                () -> session.readWithin(List.of(PLANNED_HELD), cancel).get(0));
    }

    /** Statements of others may have taken away what was prepared. */
    private <T> T prepared(Supplier<T> prepared, Supplier<T> planned) {
        if (isPrepared) {
            try {
                return prepared.get();
            } catch (ProblemException failure) {
                if (!PgFailure.sqlState(failure).equals(NOT_PREPARED)) {
                    throw failure;
                }
                isPrepared = false;
            }
        }
        return planned.get();
    }

    /**
     * @param heirs the relation and all that inherit from it or are its partitions
     * @param told what changes with these although it is not locked: the table of an index, sequences and the tables of their columns, and what has a query that reads them
     */
    public record Around(Set<Long> heirs, Set<Long> told) {}

    /** Of each of these relations, within the open transaction. */
    public Map<Long, Around> around(PgSession session, Collection<Long> relations, CancelToken cancel) {
        String list = relations.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'"));
        return prepared(
                () -> around(session, GENERIC + "EXECUTE plumbline_around(" + list + ")", cancel),
                () -> around(session, AROUND.replace("$1", list), cancel));
    }

    private static Map<Long, Around> around(PgSession session, String text, CancelToken cancel) {
        Map<Long, Around> around = new HashMap<>();
        Query query = new Query("what is told with relations", text, List.of());
        Walk walk = new Walk(query, row -> {
            Around of =
                    around.computeIfAbsent(row.getLong("root"), root -> new Around(new HashSet<>(), new HashSet<>()));
            (row.getBoolean("heir") ? of.heirs : of.told).add(row.getLong("relation"));
        });
        session.walkWithin(List.of(walk), cancel);
        return around;
    }

    /** Every relation that is there, by its oid; within the open transaction. */
    public Map<Long, Known> relations(PgSession session, CancelToken cancel) {
        Query query = new Query("the relations", SqlText.of("lock/relations.sql"), List.of());
        Map<Long, Known> all = new HashMap<>();
        session.readWithin(List.of(query), cancel)
                .get(0)
                .rows()
                .forEach(row -> all.put(row.number("relation"), known(name(row), row)));
        return all;
    }

    /** How often this session read each relation from end to end, as in {@link Known}; without those that it did not. */
    public Map<Long, Long> scans(PgSession session, CancelToken cancel) {
        Query query = new Query("how often relations were read", SqlText.of("lock/scans.sql"), List.of());
        Map<Long, Long> scans = new HashMap<>();
        session.readWithin(List.of(query), cancel)
                .get(0)
                .rows()
                .forEach(row -> scans.put(row.number("relation"), row.number("scans")));
        return scans;
    }

    private static Known known(Named named, Rows.Row row) {
        String filenode = row.textOrNull("filenode");
        return new Known(
                named.relation(), filenode == null ? 0 : Long.parseLong(filenode), row.number("scans"), named.table());
    }
}
