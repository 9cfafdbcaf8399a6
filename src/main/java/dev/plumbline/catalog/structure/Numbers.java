package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.ArrayText;
import java.util.Arrays;

/** Numbers of a long answer, as small as they are. An oid keeps its bits: it is only compared, never counted with. */
final class Numbers {
    private int[] values = new int[16];
    private int size;

    /** Those of an array or a vector in the server's text. */
    static Numbers of(String array) {
        Numbers numbers = new Numbers();
        ArrayText.forEachNumber(array, numbers::add);
        return numbers;
    }

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
