package dev.plumbline.model.lock;

/** A lock that a transaction holds, until it ends. */
public record HeldLock(Relation relation, LockMode mode) implements Comparable<HeldLock> {
    public String shown() {
        return mode.words() + " on " + relation.shown();
    }

    @Override
    public int compareTo(HeldLock other) {
        int byRelation = relation.compareTo(other.relation);
        return byRelation != 0 ? byRelation : mode.compareTo(other.mode);
    }
}
