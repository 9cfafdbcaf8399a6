package dev.plumbline.catalog.lock;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a transaction holds locked at one moment, as little as tells one statement from the next: oids by mode, from {@code pg_locks} (PostgreSQL manual 54.12), those of TOAST
 * included, and of some relations that were asked for by name their counters. Made to travel with statements, in sessions where {@link HeldLocksReader#preparation} was run.
 *
 * @param isWhole false where the locks were not asked for
 * @param counters of those names under which there is a relation
 * @param begun microseconds of the server's clock when this was asked
 * @param ended and when it was answered
 */
public record TakenLocks(
        boolean isWhole, Map<LockMode, List<Long>> locks, Map<Named, Counters> counters, long begun, long ended) {
    public TakenLocks {
        locks = Map.copyOf(locks);
        counters = Map.copyOf(counters);
    }

    /** A relation as a statement names it: without a schema where it leaves that to the search path. */
    public record Named(Optional<Name> schema, Name name) {
        private String quoted() {
            return schema.map(in -> Sql.quoted(in) + ".").orElse("") + Sql.quoted(name);
        }
    }

    /** @see HeldLocksReader.Known */
    public record Counters(long oid, long filenode, long scans) {}

    static String preparation() {
        return "PREPARE plumbline_taken (pg_catalog.text[], pg_catalog.bool) AS " + SqlText.of("lock/taken.sql");
    }

    /**
     * What a look asks for.
     *
     * @param named relations whose counters it tells, at least one
     * @param locks whether it tells the locks: the more are held, the longer that takes
     */
    public record Asked(Set<Named> named, boolean locks) {
        public Asked {
            named = Set.copyOf(named);
        }

        Sql sql() {
            List<Sql> names =
                    named.stream().map(one -> Sql.of("%L", one.quoted())).toList();
            return Sql.of(
                    "EXECUTE plumbline_taken(ARRAY[%s], %s)", Sql.join(", ", names), new Sql(Boolean.toString(locks)));
        }
    }

    /** A statement that answers with no rows, and the look behind it. */
    public static Query behind(String statement, Asked asked) {
        // A line may end in a comment.
        return new Query(
                "the locks of a statement", statement + "\n;\n" + asked.sql().text(), List.of());
    }

    public static TakenLocks of(Rows answer, Asked asked) {
        Map<String, Named> names = new HashMap<>();
        asked.named().forEach(one -> names.put(one.quoted(), one));
        Map<LockMode, List<Long>> locks = new EnumMap<>(LockMode.class);
        Map<Named, Counters> counters = new HashMap<>();
        long begun = 0;
        long ended = 0;
        for (Rows.Row row : answer.rows()) {
            switch (row.text("what")) {
                case "locks" -> locks.put(LockMode.of(row.text("word")), oids(row.text("relations")));
                case "relation" -> {
                    Named of = names.get(row.text("word"));
                    if (of != null) {
                        String filenode = row.textOrNull("one");
                        counters.put(
                                of,
                                new Counters(
                                        row.number("relations"),
                                        filenode == null ? 0 : Long.parseLong(filenode),
                                        row.number("other")));
                    }
                }
                default -> {
                    begun = row.number("one");
                    ended = row.number("other");
                }
            }
        }
        return new TakenLocks(asked.locks(), locks, counters, begun, ended);
    }

    /** What passed between two looks. */
    public static Duration between(TakenLocks before, TakenLocks behind) {
        return Duration.ofNanos(Math.max(0, behind.begun - before.ended) * 1_000);
    }

    /** {@code {16384,16390}}. */
    private static List<Long> oids(String list) {
        List<Long> oids = new ArrayList<>();
        int at = 1;
        while (at < list.length()) {
            int end = list.indexOf(',', at);
            int until = end < 0 ? list.length() - 1 : end;
            oids.add(Long.parseLong(list, at, until, 10));
            at = until + 1;
        }
        return oids;
    }
}
