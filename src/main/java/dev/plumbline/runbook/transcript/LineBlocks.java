package dev.plumbline.runbook.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a file in blocks of whole lines, each of which ends in a newline and in nothing else: a carriage return is a byte that nobody wrote. What is behind the last newline comes at the end. */
final class LineBlocks {
    private static final int AT_ONCE = 1 << 22;

    private final InputStream file;
    private byte[] bytes = {};
    private int whole;
    private int end;

    LineBlocks(InputStream file) {
        this.file = file;
    }

    /** Goes on to the next whole lines; false where there are none. What was given before stays as it is. */
    boolean next() throws IOException {
        int left = end - whole;
        byte[] block = new byte[left + AT_ONCE];
        System.arraycopy(bytes, whole, block, 0, left);
        int searched = 0;
        int filled = left;
        while (true) {
            int read = file.readNBytes(block, filled, block.length - filled);
            filled += read;
            int newline = lastNewline(block, searched, filled);
            if (newline >= 0 || read == 0) {
                bytes = block;
                whole = newline + 1;
                end = filled;
                return newline >= 0;
            }
            searched = filled;
            block = Arrays.copyOf(block, block.length + Math.max(AT_ONCE, block.length / 2));
        }
    }

    private static int lastNewline(byte[] block, int from, int to) {
        int at = to - 1;
        while (at >= from && block[at] != '\n') {
            at--;
        }
        return at >= from ? at : -1;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the whole lines end. */
    int whole() {
        return whole;
    }

    /** Where all that was read ends: behind the last block, a line without its newline. */
    int end() {
        return end;
    }
}
