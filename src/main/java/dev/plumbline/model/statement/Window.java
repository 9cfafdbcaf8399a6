package dev.plumbline.model.statement;

/** The bytes around one place of a text, read as they are needed: as much memory for a large file as for a small one. */
final class Window {
    private static final int SIZE = 1 << 17;
    /** How far a look back can go. */
    private static final int KEPT = 256;

    private final StatementScanner.Source source;
    private final boolean whole;
    byte[] bytes;
    int at;
    int limit;
    /** Of the byte at {@code at}, from 1. */
    int line = 1;

    private long base;

    Window(StatementScanner.Source source) {
        this.source = source;
        this.whole = false;
        this.bytes = new byte[SIZE];
    }

    /** A text that is here already. */
    Window(byte[] whole) {
        this.source = (into, from, length) -> -1;
        this.whole = true;
        this.bytes = whole;
        this.limit = whole.length;
    }

    long place() {
        return base + at;
    }

    /** Whether there is a byte at {@code at}; reads on when there is not. */
    boolean more() {
        return at < limit || fill();
    }

    /** The byte so many further on, or -1 behind the end. */
    int peek(int further) {
        while (at + further >= limit) {
            if (!fill()) {
                return -1;
            }
        }
        return bytes[at + further] & 0xff;
    }

    /** The byte so many before, or -1 before the beginning. */
    int back(int before) {
        return at - before < 0 ? -1 : bytes[at - before] & 0xff;
    }

    /** Passes what the table lets pass, and counts its lines; false at the end of the text. */
    boolean pass(byte[] table) {
        int lines = line;
        while (more()) {
            byte[] here = bytes;
            int end = limit;
            int next = at;
            while (next < end) {
                byte meaning = table[here[next] & 0xff];
                if (meaning == Bytes.MARK) {
                    at = next;
                    line = lines;
                    return true;
                }
                lines += meaning;
                next++;
            }
            at = next;
        }
        line = lines;
        return false;
    }

    private boolean fill() {
        if (whole) {
            return false;
        }
        int from = Math.max(0, at - KEPT);
        int left = limit - from;
        byte[] next = left + SIZE / 2 <= bytes.length ? bytes : new byte[left + SIZE];
        System.arraycopy(bytes, from, next, 0, left);
        bytes = next;
        base += from;
        at -= from;
        limit = left;
        int read = source.read(bytes, limit, bytes.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }
}
