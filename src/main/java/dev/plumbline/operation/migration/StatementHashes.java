package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Of each statement of a file, the SHA-256 of its text and all before it: by these Atlas sees that what it ran of a file is what it was. */
final class StatementHashes {
    private StatementHashes() {}

    static List<String> of(List<MigrationStatement> statements) {
        List<String> hashes = new ArrayList<>();
        try {
            MessageDigest running = MessageDigest.getInstance("SHA-256");
            for (MigrationStatement statement : statements) {
                String text = statement.text() + (statement.closed() ? ";" : "");
                running.update(text.getBytes(StandardCharsets.UTF_8));
                MessageDigest copy = (MessageDigest) running.clone();
                hashes.add("h1:" + Base64.getEncoder().encodeToString(copy.digest()));
            }
        } catch (NoSuchAlgorithmException | CloneNotSupportedException missing) {
            throw new IllegalStateException("every Java has SHA-256 and can copy it", missing);
        }
        return hashes;
    }
}
