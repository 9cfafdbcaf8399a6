package dev.plumbline.catalog.structure;

import java.util.Arrays;

/** Numbers of a long answer, as small as they are. An oid keeps its bits: it is only compared, never counted with. */
final class Numbers {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int at) {
        return values[at];
    }

    int size() {
        return size;
    }
}
