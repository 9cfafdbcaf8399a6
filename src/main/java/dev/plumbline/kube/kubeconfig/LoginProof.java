package dev.plumbline.kube.kubeconfig;

import dev.plumbline.model.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What proves to an API server who asks: the value of the Authorization header, a client certificate, both or neither. {@code expires} is null when
 * nothing says when.
 */
public record LoginProof(
        @Nullable Secret authorization,
        @Nullable Certificate certificate,
        @Nullable Instant expires) {
    public static final LoginProof NOTHING = new LoginProof(null, null, null);

    /** A client certificate with its chain, and its key, as PEM texts. */
    public record Certificate(String pem, Secret key) {}

    public static Secret bearer(Secret token) {
        return new Secret("Bearer " + token.reveal());
    }

    public static Secret basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return new Secret("Basic " + Base64.getEncoder().encodeToString(pair));
    }
}
