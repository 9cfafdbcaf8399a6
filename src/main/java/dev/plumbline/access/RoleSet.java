package dev.plumbline.access;

/**
 * A set of the roles of a snapshot, as bits by their number in {@link dev.plumbline.model.RoleIndex}; PUBLIC, which is no role, is kept beside
 * them. Made full by joining, then read.
 */
public final class RoleSet {
    private final long[] words;
    private boolean ofPublic;

    RoleSet(int roles) {
        words = new long[(roles + 63) >>> 6];
    }

    public boolean has(int role) {
        return (words[role >>> 6] & (1L << role)) != 0;
    }

    /** True when everybody is meant by a grant to PUBLIC. */
    public boolean hasPublic() {
        return ofPublic;
    }

    public int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    RoleSet copy() {
        RoleSet copy = new RoleSet(words.length << 6);
        copy.addAll(this);
        return copy;
    }

    /** Whether every role of the other is in this one. */
    boolean hasAll(RoleSet other) {
        for (int at = 0; at < words.length; at++) {
            if ((other.words[at] & ~words[at]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether both hold the same numbers, which says something only of states that number their roles alike. */
    public boolean sameAs(RoleSet other) {
        return this == other || ofPublic == other.ofPublic && java.util.Arrays.equals(words, other.words);
    }

    void add(int role) {
        words[role >>> 6] |= 1L << role;
    }

    void addPublic() {
        ofPublic = true;
    }

    void addAll(RoleSet other) {
        for (int at = 0; at < words.length; at++) {
            words[at] |= other.words[at];
        }
        ofPublic |= other.ofPublic;
    }

    /** Adds what only one of two sets holds. */
    void addDifference(RoleSet one, RoleSet other) {
        for (int at = 0; at < words.length; at++) {
            words[at] |= one.words[at] ^ other.words[at];
        }
    }

    void clear() {
        java.util.Arrays.fill(words, 0);
        ofPublic = false;
    }

    /** The first role from this number on, or -1. */
    public int next(int from) {
        int at = from >>> 6;
        if (at >= words.length) {
            return -1;
        }
        long word = words[at] & (-1L << from);
        while (word == 0) {
            if (++at == words.length) {
                return -1;
            }
            word = words[at];
        }
        return (at << 6) + Long.numberOfTrailingZeros(word);
    }
}
