package dev.plumbline.execute;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The advisory lock by which another {@code tool} keeps its own runs apart (manual 9.27.10, the form of one {@code bigint}): a run of ours that holds it too keeps out theirs. */
public record ForeignLock(String tool, long key) {
    /** pg-flux's way to a key: the first eight bytes of the text's SHA-256. */
    public static ForeignLock ofText(String tool, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new ForeignLock(tool, ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
