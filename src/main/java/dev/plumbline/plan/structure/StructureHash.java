package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureSnapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A number for a structure, equal where nothing differs: SHA-256 over the things in their order, of whatever database and server. */
public final class StructureHash {
    private StructureHash() {}

    public static String of(StructureSnapshot structure) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Structure thing : structure.things()) {
                byte[] text = thing.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(text);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
