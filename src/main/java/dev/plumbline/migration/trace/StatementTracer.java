package dev.plumbline.migration.trace;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.catalog.lock.HeldLocksReader.Held;
import dev.plumbline.catalog.lock.HeldLocksReader.Known;
import dev.plumbline.catalog.lock.TakenLocks;
import dev.plumbline.catalog.lock.TakenLocks.Named;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.lock.HeldLock;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows one transaction from statement to statement: which locks each takes, from {@code pg_locks}; what it rewrites, by {@code pg_class.relfilenode}; what it scans, by the
 * transaction's own counters. To be made when the transaction has begun; one look a statement.
 */
public final class StatementTracer {
    private final HeldLocksReader reader;
    private final PgSession session;
    private final Map<Long, Known> relations;
    private final Map<Long, Set<LockMode>> held = new HashMap<>();
    private final Set<Long> latest = new HashSet<>();
    private final Set<Long> gone = new HashSet<>();

    /** On a session where {@link HeldLocksReader#preparation} was run. */
    public StatementTracer(PgSession session, CancelToken cancel) {
        this(session, new HeldLocksReader(), cancel);
    }

    public StatementTracer(PgSession session, HeldLocksReader reader, CancelToken cancel) {
        this.session = session;
        this.reader = reader;
        this.relations = reader.relations(session, cancel);
        look(cancel);
    }

    /** What the statement that just succeeded did. */
    public TracedEffect look(CancelToken cancel) {
        Traced traced = new Traced();
        Set<Long> before = new HashSet<>(relations.keySet());
        latest.clear();
        for (Held lock : reader.read(session, cancel)) {
            Known known = lock.relation() == null ? relations.get(lock.oid()) : lock.relation();
            if (known != null) {
                Known earlier = relations.put(lock.oid(), known);
                boolean first =
                        held.computeIfAbsent(lock.oid(), oid -> new HashSet<>()).add(lock.mode());
                boolean goes = lock.relation() == null && gone.add(lock.oid());
                if (first || goes) {
                    latest.add(lock.oid());
                }
                if (goes) {
                    traced.dropped.add(known.relation());
                }
                if (before.contains(lock.oid()) && earlier != null) {
                    traced.existing(lock, earlier, known, first);
                } else {
                    traced.made.add(known.relation());
                }
            }
        }
        return new TracedEffect(traced.taken, traced.made, traced.dropped, traced.rewritten, traced.scanned);
    }

    /**
     * What the statement that was looked at last could have changed, by oid, what is dropped included: of all that the transaction holds a lock on which excludes writers or another of its
     * kind (PostgreSQL manual 13.3.1) what it locked first, what has one of these names, and what inherits from either; and of what need not be locked, what is told with one of these.
     */
    public Map<Long, Relation> touched(Set<String> names, CancelToken cancel) {
        Map<Long, Relation> strongly = strongly();
        Set<Long> roots = new HashSet<>();
        strongly.forEach((oid, relation) -> {
            if (latest.contains(oid) || names.contains(relation.name().text())) {
                roots.add(oid);
            }
        });
        Map<Long, Relation> touched = new HashMap<>();
        for (HeldLocksReader.Around around :
                reader.around(session, roots, cancel).values()) {
            for (long oid : around.heirs()) {
                Relation relation = strongly.get(oid);
                if (relation != null) {
                    touched.put(oid, relation);
                }
            }
            for (long oid : around.told()) {
                Known known = relations.get(oid);
                if (known != null) {
                    touched.putIfAbsent(oid, known.relation());
                }
            }
        }
        return touched;
    }

    /** Whether looks can travel with the statements. */
    public boolean isPrepared() {
        return reader.isPrepared();
    }

    /** {@link HeldLocksReader#isInherited}. */
    public boolean isInherited(Name name) {
        return reader.isInherited(name);
    }

    /**
     * Statements that ran since the last look. They are followed from then on only after {@link #follow}.
     *
     * @param named what each of them names
     * @param looks one before them, and one behind each, with the counters of what the statements before and behind it name; the last one with its locks, and one without locks only between
     *     statements that lock nothing but what they name and what they make
     * @param whole the answer to {@link HeldLocksReader#query}, asked behind all of them
     */
    public TracedGroup group(List<Set<Named>> named, List<TakenLocks> looks, Rows whole, CancelToken cancel) {
        List<Held> locks = reader.read(session, whole, cancel);
        return new TracedGroup(relations, held).read(named, looks, locks, gone);
    }

    /** What is around what the statements of a group could have changed, by its root. */
    public Map<Long, HeldLocksReader.Around> around(TracedGroup group, CancelToken cancel) {
        Set<Long> roots = new HashSet<>();
        group.steps().forEach(step -> roots.addAll(step.roots()));
        return reader.around(session, roots, cancel);
    }

    /** Goes on in another transaction of the same session, when the one before was committed and nobody else made or renamed anything meanwhile. */
    public void begin(CancelToken cancel) {
        relations.keySet().removeAll(gone);
        gone.clear();
        held.clear();
        countAnew(cancel);
        look(cancel);
    }

    /** Goes on where a group was undone by a savepoint, at which the server goes on counting what it read; a transaction's end may begin that anew. */
    public void countAnew(CancelToken cancel) {
        Map<Long, Long> scans = reader.scans(session, cancel);
        relations.replaceAll((oid, known) ->
                new Known(known.relation(), known.filenode(), scans.getOrDefault(oid, 0L), known.table()));
    }

    /** Goes on behind a group that stands. */
    public void follow(TracedGroup group) {
        relations.putAll(group.now());
        held.putAll(group.held());
        latest.clear();
    }

    /** The same of all statements so far. */
    public Map<Long, Relation> touched() {
        return strongly();
    }

    private Map<Long, Relation> strongly() {
        Map<Long, Relation> strongly = new HashMap<>();
        held.forEach((oid, modes) -> {
            Known known = relations.get(oid);
            if (known != null
                    && modes.stream().anyMatch(mode -> mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)) {
                strongly.put(oid, known.relation());
            }
        });
        return strongly;
    }

    private static final class Traced {
        private final TreeSet<HeldLock> taken = new TreeSet<>();
        private final TreeSet<Relation> made = new TreeSet<>();
        private final TreeSet<Relation> dropped = new TreeSet<>();
        private final TreeSet<Relation> rewritten = new TreeSet<>();
        private final TreeSet<Relation> scanned = new TreeSet<>();

        void existing(Held lock, Known earlier, Known known, boolean first) {
            Relation relation = known.relation();
            if (first) {
                taken.add(new HeldLock(relation, lock.mode()));
            }
            if (isRewritten(earlier, known)) {
                rewritten.add(relation);
            }
            if (known.scans() > earlier.scans() && !relation.isIndex()) {
                scanned.add(relation);
            }
        }

        /** A sequence that starts anew gets another file too, of one row. */
        private static boolean isRewritten(Known earlier, Known now) {
            return earlier.filenode() != now.filenode() && !now.relation().isSequence();
        }
    }
}
