package dev.plumbline.plan;

import dev.plumbline.model.structure.StructureSnapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The structure that a plan rests on, with its SHA-256. That is computed once, when the plan is made: a large database's structure has tens of megabytes, and every choice
 * of steps is a plan with a digest of its own.
 */
public final class PlannedStructure {
    private final StructureSnapshot snapshot;
    private final String digest;

    private PlannedStructure(StructureSnapshot snapshot, String digest) {
        this.snapshot = snapshot;
        this.digest = digest;
    }

    public static PlannedStructure of(StructureSnapshot snapshot) {
        MessageDigest digest = sha256();
        digest.update(snapshot.version().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(snapshot.database().toString().getBytes(StandardCharsets.UTF_8));
        snapshot.things().forEach(thing -> add(digest, thing.toString()));
        snapshot.needs().forEach(need -> add(digest, need.toString()));
        add(digest, snapshot.notCovered().toString());
        add(digest, snapshot.gaps().toString());
        return new PlannedStructure(snapshot, HexFormat.of().formatHex(digest.digest()));
    }

    public StructureSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlannedStructure planned && digest.equals(planned.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    /** Part of the plan's digest. */
    @Override
    public String toString() {
        return digest;
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
