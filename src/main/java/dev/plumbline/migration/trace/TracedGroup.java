package dev.plumbline.migration.trace;

import dev.plumbline.catalog.lock.HeldLocksReader.Around;
import dev.plumbline.catalog.lock.HeldLocksReader.Held;
import dev.plumbline.catalog.lock.HeldLocksReader.Known;
import dev.plumbline.catalog.lock.TakenLocks;
import dev.plumbline.catalog.lock.TakenLocks.Counters;
import dev.plumbline.catalog.lock.TakenLocks.Named;
import dev.plumbline.model.lock.HeldLock;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Statements that ran one behind the other, each with a small look behind it, and one whole look behind the last. What each did is told only where these leave no doubt: nothing went or was
 * rewritten, and every scan was seen by the small looks at what the statements name.
 */
public final class TracedGroup {
    private final Map<Long, Known> before;
    private final Map<Long, Set<LockMode>> held;
    private final Map<Long, Known> now = new HashMap<>();
    private final Map<Long, Counters> counted = new HashMap<>();
    /** By which statement each relation was locked strongly first; those held before have none of the group. */
    private final Map<Long, Integer> strong = new HashMap<>();

    private final Set<Long> made = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private boolean isClear = true;

    /**
     * What one of them did.
     *
     * @param roots what it could have changed, and what inherits from these with it
     * @param made relations that it made
     */
    public record Step(TracedEffect effect, Set<Long> roots, Map<Long, Relation> made) {}

    TracedGroup(Map<Long, Known> before, Map<Long, Set<LockMode>> held) {
        this.before = before;
        this.held = new HashMap<>();
        held.forEach((oid, modes) -> {
            this.held.put(oid, EnumSet.copyOf(modes));
            if (isStrong(modes) && before.containsKey(oid)) {
                strong.put(oid, -1);
            }
        });
    }

    private static boolean isStrong(Set<LockMode> modes) {
        return modes.stream().anyMatch(TracedGroup::isStrong);
    }

    static boolean isStrong(LockMode mode) {
        return mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0;
    }

    /** @param gone relations that went before the group began */
    TracedGroup read(List<Set<Named>> named, List<TakenLocks> looks, List<Held> whole, Set<Long> gone) {
        for (Held lock : whole) {
            Known known = lock.relation();
            if (known != null) {
                now.put(lock.oid(), known);
            } else if (before.containsKey(lock.oid()) && !gone.contains(lock.oid())) {
                isClear = false;
            }
        }
        count(looks.get(0), Set.of(), new TreeSet<>());
        int first = 0;
        for (int at = 0; at < named.size(); at++) {
            if (looks.get(at + 1).isWhole()) {
                steps(first, named.subList(first, at + 1), looks.subList(first + 1, at + 2));
                first = at + 1;
            }
        }
        now.forEach((oid, known) -> {
            Counters last = last(oid);
            isClear &= last == null
                    ? known.scans() == 0 || known.relation().isIndex()
                    : isSame(last, new Counters(oid, known.filenode(), known.scans()));
        });
        return this;
    }

    /** Of statements of which only the last has a look at the locks behind it. */
    private void steps(int first, List<Set<Named>> named, List<TakenLocks> looks) {
        List<List<FreshLock>> locks = new ArrayList<>();
        named.forEach(one -> locks.add(new ArrayList<>()));
        for (FreshLock lock : fresh(looks.get(looks.size() - 1))) {
            int whose = named.size() == 1 ? 0 : lock.whose(isThere(lock.oid()), named, looks);
            isClear &= whose >= 0;
            locks.get(Math.max(0, whose)).add(lock);
        }
        for (int at = 0; at < named.size(); at++) {
            steps.add(step(first + at, named.get(at), looks.get(at), locks.get(at)));
        }
    }

    private List<FreshLock> fresh(TakenLocks look) {
        List<FreshLock> fresh = new ArrayList<>();
        look.locks().forEach((mode, oids) -> {
            for (Long oid : oids) {
                Set<LockMode> modes = held.get(oid);
                Known known = modes != null && modes.contains(mode) ? null : now.getOrDefault(oid, before.get(oid));
                if (known != null) {
                    fresh.add(new FreshLock(oid, mode, known));
                }
            }
        });
        return fresh;
    }

    private Step step(int at, Set<Named> named, TakenLocks look, List<FreshLock> locks) {
        TreeSet<HeldLock> taken = new TreeSet<>();
        Map<Long, Relation> madeNow = new HashMap<>();
        Set<Long> latest = new HashSet<>();
        for (FreshLock lock : locks) {
            if (modes(lock.oid()).add(lock.mode())) {
                latest.add(lock.oid());
                if (isStrong(lock.mode())) {
                    strong.putIfAbsent(lock.oid(), at);
                }
                if (isThere(lock.oid())) {
                    taken.add(new HeldLock(lock.known().relation(), lock.mode()));
                } else {
                    madeNow.put(lock.oid(), lock.known().relation());
                }
            }
        }
        TreeSet<Relation> scanned = new TreeSet<>();
        count(look, named, scanned);
        made.addAll(madeNow.keySet());
        Set<Long> roots = new HashSet<>();
        Set<String> names = new HashSet<>();
        named.forEach(one -> names.add(one.name().text()));
        strong.keySet().forEach(oid -> {
            if (latest.contains(oid) || names.contains(relation(oid).name().text())) {
                roots.add(oid);
            }
        });
        TracedEffect effect =
                new TracedEffect(taken, new TreeSet<>(madeNow.values()), new TreeSet<>(), new TreeSet<>(), scanned);
        return new Step(effect, roots, madeNow);
    }

    private Set<LockMode> modes(long oid) {
        return held.computeIfAbsent(oid, none -> EnumSet.noneOf(LockMode.class));
    }

    private boolean isThere(long oid) {
        return before.containsKey(oid) || made.contains(oid);
    }

    private Relation relation(long oid) {
        Known known = now.getOrDefault(oid, before.get(oid));
        if (known == null) {
            throw new IllegalStateException("nothing is known of relation " + oid);
        }
        return known.relation();
    }

    /** Whatever a statement does not name has to be as it was; of what it names only the scans may grow. */
    private void count(TakenLocks look, Set<Named> named, Set<Relation> scanned) {
        look.counters().forEach((name, counters) -> {
            Known known = now.getOrDefault(counters.oid(), before.get(counters.oid()));
            if (known != null) {
                count(counters, known.relation(), named.contains(name), scanned);
            }
        });
    }

    private void count(Counters counters, Relation relation, boolean isNamed, Set<Relation> scanned) {
        Counters last = last(counters.oid());
        counted.put(counters.oid(), counters);
        if (last == null) {
            isClear &= counters.scans() == 0 || isNamed && !isThere(counters.oid());
        } else if (!isSame(last, counters)) {
            boolean isScan = isNamed && isThere(counters.oid()) && !isRewritten(last, counters, relation);
            isClear &= isScan;
            if (isScan) {
                scanned.add(relation);
            }
        }
    }

    private @Nullable Counters last(long oid) {
        Counters last = counted.get(oid);
        Known earlier = before.get(oid);
        return last != null || earlier == null ? last : new Counters(oid, earlier.filenode(), earlier.scans());
    }

    private boolean isSame(Counters last, Counters counters) {
        Relation relation = relation(counters.oid());
        return !isRewritten(last, counters, relation) && (relation.isIndex() || last.scans() == counters.scans());
    }

    private static boolean isRewritten(Counters last, Counters counters, Relation relation) {
        return last.filenode() != counters.filenode() && !relation.isSequence();
    }

    /** False where something happened that cannot be told of one of them. */
    public boolean isClear() {
        return isClear;
    }

    public List<Step> steps() {
        return steps;
    }

    /** Of what one of them could have changed, as {@link StatementTracer#touched} tells of a single statement. */
    public Map<Long, Relation> touched(int at, Map<Long, Around> around) {
        Map<Long, Relation> touched = new HashMap<>();
        for (long root : steps.get(at).roots()) {
            Around of = around.get(root);
            if (of != null) {
                of.heirs().stream()
                        .filter(oid -> strong.getOrDefault(oid, Integer.MAX_VALUE) <= at)
                        .forEach(oid -> touched.put(oid, relation(oid)));
                of.told().stream().filter(oid -> isThere(oid)).forEach(oid -> touched.put(oid, relation(oid)));
            }
        }
        return touched;
    }

    Map<Long, Known> now() {
        return now;
    }

    Map<Long, Set<LockMode>> held() {
        return held;
    }
}
