package dev.plumbline.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of an entry: SHA-256 over the hash before it, its number and all it says, each part preceded by its length in bytes. */
final class HashChain {
    /** What stands before the first entry. */
    static final String ROOT = "0".repeat(64);

    private HashChain() {}

    static String next(String previous, long number, String runId, String kind, String at, String content) {
        MessageDigest digest = sha256();
        for (String part : new String[] {previous, Long.toString(number), runId, kind, at, content}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
