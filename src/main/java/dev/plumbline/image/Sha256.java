package dev.plumbline.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Digests as registries write them. */
final class Sha256 {
    private static final int AT_ONCE = 1 << 16;

    private static final Pattern WRITTEN = Pattern.compile("sha256:[0-9a-f]{64}");

    private Sha256() {}

    static boolean isOne(String text) {
        return WRITTEN.matcher(text).matches();
    }

    static String of(byte[] content) {
        return shown(digest().digest(content));
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] part = new byte[AT_ONCE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
        }
        return shown(digest.digest());
    }

    private static String shown(byte[] digest) {
        return "sha256:" + HexFormat.of().formatHex(digest);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
