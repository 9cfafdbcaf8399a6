package dev.plumbline.catalog.structure;

import java.util.function.IntConsumer;

/** Numbers of columns as the server writes them in an array, {@code {1,2}}, or a vector, {@code 1 2}. */
final class ColumnNumbers {
    private ColumnNumbers() {}

    /** In their order; 0 is an expression, and columns of the system are below it. */
    static void forEach(String list, IntConsumer each) {
        int begin = -1;
        for (int at = 0; at <= list.length(); at++) {
            boolean isPart = at < list.length() && "-0123456789".indexOf(list.charAt(at)) >= 0;
            if (isPart && begin < 0) {
                begin = at;
            } else if (!isPart && begin >= 0) {
                each.accept(Integer.parseInt(list, begin, at, 10));
                begin = -1;
            }
        }
    }
}
