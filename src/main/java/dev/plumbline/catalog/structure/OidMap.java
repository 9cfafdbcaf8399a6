package dev.plumbline.catalog.structure;

import org.jspecify.annotations.Nullable;

/** What is known by oid, of tens of thousands of oids that are asked for again and again. An oid keeps its bits; 0 is none (PostgreSQL manual 8.19). */
final class OidMap<V> {
    private static final int GOLDEN = 0x9E3779B9;

    private int[] oids = new int[64];
    private @Nullable Object[] values = new @Nullable Object[64];
    private int size;

    interface Visitor<V> {
        void visit(int oid, V value);
    }

    void put(int oid, V value) {
        if (oid == 0) {
            throw new IllegalArgumentException("0 is no oid");
        }
        if (2 * size >= oids.length) {
            grow();
        }
        int at = place(oid);
        size += oids[at] == 0 ? 1 : 0;
        oids[at] = oid;
        values[at] = value;
    }

    @SuppressWarnings("unchecked") // nothing else is put there
    @Nullable
    V get(int oid) {
        return (V) values[place(oid)];
    }

    boolean contains(int oid) {
        return oid != 0 && oids[place(oid)] == oid;
    }

    @SuppressWarnings("unchecked") // nothing else is put there
    void forEach(Visitor<V> visitor) {
        for (int at = 0; at < oids.length; at++) {
            Object value = values[at];
            if (value != null) {
                visitor.visit(oids[at], (V) value);
            }
        }
    }

    /** Where it is, or where it would be put. */
    private int place(int oid) {
        int mask = oids.length - 1;
        int at = (oid * GOLDEN >>> 8) & mask;
        while (oids[at] != 0 && oids[at] != oid) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int[] before = oids;
        @Nullable Object[] known = values;
        oids = new int[before.length * 2];
        values = new @Nullable Object[oids.length];
        for (int at = 0; at < before.length; at++) {
            if (before[at] != 0) {
                int to = place(before[at]);
                oids[to] = before[at];
                values[to] = known[at];
            }
        }
    }
}
