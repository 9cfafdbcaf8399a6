package dev.plumbline.runbook.transcript;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that closes an entry: SHA-256 over its parts, each preceded by its length in bytes of UTF-8. Used again and again, by one thread. */
final class EntryHash {
    private static final int DIGITS = 11;

    private final MessageDigest digest = sha256();
    private final byte[] length = new byte[DIGITS];

    void part(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        part(bytes, 0, bytes.length);
    }

    void part(byte[] bytes, int from, int to) {
        int at = DIGITS - 1;
        length[at] = ':';
        int left = to - from;
        do {
            length[--at] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        digest.update(length, at, DIGITS - at);
        digest.update(bytes, from, to - from);
    }

    /** Of all parts since the last end, in hexadecimal digits. */
    String end() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether it is what stands there, as {@link #end} gives it. */
    boolean endsAs(byte[] bytes, int from, int to) {
        byte[] hash = digest.digest();
        if (to - from != 2 * hash.length) {
            return false;
        }
        int differs = 0;
        for (int at = 0; at < hash.length; at++) {
            differs |= digit(hash[at] >> 4) ^ bytes[from + 2 * at];
            differs |= digit(hash[at]) ^ bytes[from + 2 * at + 1];
        }
        return differs == 0;
    }

    private static int digit(int number) {
        int low = number & 0xF;
        return low < 10 ? '0' + low : 'a' + low - 10;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
