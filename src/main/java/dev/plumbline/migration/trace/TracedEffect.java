package dev.plumbline.migration.trace;

import dev.plumbline.model.lock.HeldLock;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.model.lock.Relation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one statement did within its transaction.
 *
 * @param taken locks that were not held before it, on relations that were there before it
 * @param made relations that it made, which nobody can wait for
 * @param dropped relations that were there before it and are gone
 * @param rewritten relations whose rows or entries were written anew, in a new file
 * @param scanned tables that were read from end to end
 */
public record TracedEffect(
        SortedSet<HeldLock> taken,
        SortedSet<Relation> made,
        SortedSet<Relation> dropped,
        SortedSet<Relation> rewritten,
        SortedSet<Relation> scanned) {
    /** Nothing was locked, made, rewritten or scanned. */
    public static final TracedEffect NOTHING =
            new TracedEffect(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    public TracedEffect {
        taken = new TreeSet<>(taken);
        made = new TreeSet<>(made);
        dropped = new TreeSet<>(dropped);
        rewritten = new TreeSet<>(rewritten);
        scanned = new TreeSet<>(scanned);
    }

    /** The strongest lock on anything but an index. */
    public Optional<LockMode> strongest() {
        return taken.stream()
                .filter(lock -> !lock.relation().isIndex())
                .map(HeldLock::mode)
                .max(Comparator.naturalOrder());
    }

    /** The strongest mode of each relation, for a person to read. */
    public List<HeldLock> strongestEach() {
        return taken.stream()
                .filter(lock -> taken.stream()
                        .noneMatch(other -> other.relation().equals(lock.relation())
                                && other.mode().compareTo(lock.mode()) > 0))
                .toList();
    }
}
