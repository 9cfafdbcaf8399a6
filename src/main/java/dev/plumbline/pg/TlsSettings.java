package dev.plumbline.pg;

import dev.plumbline.model.SslMode;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is to be encrypted and whom it trusts (PostgreSQL manual 34.19). {@code authorities} null means none was given;
 * {@code certificate} and {@code key} are the client's own, both or neither.
 */
public record TlsSettings(
        SslMode mode,
        @Nullable Pem authorities,
        @Nullable Pem certificate,
        @Nullable Pem key) {
    public static TlsSettings of(SslMode mode) {
        return new TlsSettings(mode, null, null, null);
    }

    /** True when the server's certificate must be signed by {@code authorities}: libpq checks it in every mode once authorities are given. */
    boolean checksCertificate() {
        return authorities != null || mode == SslMode.VERIFY_CA || mode == SslMode.VERIFY_FULL;
    }
}
