package dev.plumbline.runbook.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks for marks in bytes of UTF-8 without making text of them: a byte of ASCII is never part of another letter (RFC 3629, section 3). */
final class ByteText {
    private ByteText() {}

    static byte[] mark(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the mark first stands at {@code from} or behind and ends before {@code to}; -1 where it does not, and where {@code from} is -1. */
    static int find(byte[] bytes, byte[] mark, int from, int to) {
        if (from < 0) {
            return -1;
        }
        for (int at = from; at <= to - mark.length; at++) {
            if (bytes[at] == mark[0] && stands(bytes, mark, at, to)) {
                return at;
            }
        }
        return -1;
    }

    /** Where the mark last stands at {@code from} or behind and ends before {@code to}; -1 where it does not. */
    static int findLast(byte[] bytes, byte[] mark, int from, int to) {
        for (int at = to - mark.length; at >= from; at--) {
            if (bytes[at] == mark[0] && stands(bytes, mark, at, to)) {
                return at;
            }
        }
        return -1;
    }

    static boolean stands(byte[] bytes, byte[] mark, int at, int to) {
        return at >= 0 && at + mark.length <= to && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
    }

    static boolean isText(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                return decodes(bytes, from, to);
            }
        }
        return true;
    }

    private static boolean decodes(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException none) {
            return false;
        }
    }

    /** How many bytes at the end begin a letter that is not all there (RFC 3629, section 3). */
    static int cutLetter(byte[] bytes, int from, int to) {
        for (int count = 1; count <= Math.min(3, to - from); count++) {
            int first = bytes[to - count] & 0xFF;
            if (first >= 0xC0) {
                int whole = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
                return count < whole ? count : 0;
            }
            if (first < 0x80) {
                return 0;
            }
        }
        return 0;
    }
}
