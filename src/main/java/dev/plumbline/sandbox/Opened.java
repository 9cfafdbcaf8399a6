package dev.plumbline.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed in the reverse order; one that fails to close keeps no other from closing. */
final class Opened implements Closeable {
    private final Deque<Closeable> things = new ArrayDeque<>();

    void add(Closeable thing) {
        things.push(thing);
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        while (!things.isEmpty()) {
            try {
                things.pop().close();
            } catch (IOException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
