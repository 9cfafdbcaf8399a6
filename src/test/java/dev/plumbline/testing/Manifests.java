package dev.plumbline.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Manifests as build tools write them. */
public final class Manifests {
    public static final String OCI = "application/vnd.oci.image.manifest.v1+json";
    public static final String INDEX = "application/vnd.oci.image.index.v1+json";
    public static final String GZIP = "application/vnd.oci.image.layer.v1.tar+gzip";
    public static final byte[] CONFIG = "{}".getBytes(StandardCharsets.UTF_8);

    private Manifests() {}

    public static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    public static byte[] image(String layerType, List<byte[]> layers) {
        List<String> all = new ArrayList<>();
        layers.forEach(layer -> all.add(descriptor(layerType, layer, "")));
        return ("{\"schemaVersion\":2,\"mediaType\":\"" + OCI + "\",\"config\":"
                        + descriptor("application/vnd.oci.image.config.v1+json", CONFIG, "") + ",\"layers\":["
                        + String.join(",", all) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] index(byte[] amd64, byte[] arm64) {
        return ("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[" + descriptor(OCI, amd64, "amd64")
                        + "," + descriptor(OCI, arm64, "arm64") + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String descriptor(String type, byte[] content, String architecture) {
        String platform = architecture.isEmpty()
                ? ""
                : ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}";
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + digest(content) + "\",\"size\":" + content.length
                + platform + "}";
    }
}
