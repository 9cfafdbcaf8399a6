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

    private long base;
    /** Of the byte at {@code at}, from 1. */
    int line = 1;

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

    /** How many bytes from here on the table lets pass, at most so many. */
    int length(byte[] table, int most) {
        int length = 0;
        while (length < most) {
            int end = Math.min(limit, at + most);
            int next = at + length;
            while (next < end && table[bytes[next] & 0xff] != Bytes.MARK) {
                next++;
            }
            length = next - at;
            if (next < end || length < most && !fill()) {
                return length;
            }
        }
        return length;
    }

    /** Goes to the next of two bytes, and counts the lines on the way; false at the end of the text. */
    boolean find(char one, char other) {
        while (more()) {
            if (findByEight(one, other) || findOneByOne(one, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean findByEight(char one, char other) {
        long ones = EightBytes.all(one);
        long others = EightBytes.all(other);
        long newlines = EightBytes.all('\n');
        byte[] here = bytes;
        int last = limit - Long.BYTES;
        int next = at;
        int lines = line;
        for (; next <= last; next += Long.BYTES) {
            long eight = EightBytes.from(here, next);
            long found = EightBytes.first(eight, ones) | EightBytes.first(eight, others);
            if (found != 0) {
                line = lines + Long.bitCount(EightBytes.before(found, EightBytes.each(eight, newlines)));
                at = next + EightBytes.number(found);
                return true;
            }
            lines += Long.bitCount(EightBytes.each(eight, newlines));
        }
        line = lines;
        at = next;
        return false;
    }

    private boolean findOneByOne(char one, char other) {
        while (at < limit && bytes[at] != one && bytes[at] != other) {
            line += bytes[at] == '\n' ? 1 : 0;
            at++;
        }
        return at < limit;
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
