package dev.plumbline.migration.trace;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.catalog.lock.HeldLocksReader.Held;
import dev.plumbline.catalog.lock.HeldLocksReader.Known;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.lock.HeldLock;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.pg.PgSession;
import java.util.HashMap;
import java.util.HashSet;
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
        for (Held lock : reader.read(session, cancel)) {
            Known known = lock.relation() == null ? relations.get(lock.oid()) : lock.relation();
            if (known != null) {
                Known earlier = relations.put(lock.oid(), known);
                boolean first =
                        held.computeIfAbsent(lock.oid(), oid -> new HashSet<>()).add(lock.mode());
                if (before.contains(lock.oid()) && earlier != null) {
                    traced.existing(lock, earlier, known, first);
                } else {
                    traced.made.add(known.relation());
                }
            }
        }
        return new TracedEffect(traced.taken, traced.made, traced.dropped, traced.rewritten, traced.scanned);
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
            if (lock.relation() == null) {
                dropped.add(relation);
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
