package dev.plumbline.plan;

import dev.plumbline.model.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over all that a plan would do, where, and from which state. */
final class PlanDigest {
    private PlanDigest() {}

    static String of(PlanTarget target, PlanConcern concern, Snapshot from, List<Step> steps) {
        MessageDigest digest = sha256();
        add(digest, target.toString());
        add(digest, concern.toString());
        StateFingerprint.of(from, concern).lines().forEach(line -> add(digest, line));
        for (Step step : steps) {
            add(digest, step.id());
            add(digest, step.sql().text());
            add(digest, step.lockTimeout() + " " + step.statementTimeout());
            add(digest, step.transactional() + " " + step.bracket());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
