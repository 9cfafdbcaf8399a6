package dev.plumbline.pg;

import dev.plumbline.model.SslMode;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is to be encrypted and whom it trusts (PostgreSQL manual 34.19). {@code authorities} null means none was given;
 * {@code certificate} and {@code key} are the client's own, both or neither. {@code channelBindingRequired} refuses a login that is not
 * bound to this very TLS channel (SCRAM-SHA-256-PLUS).
 */
public record TlsSettings(
        SslMode mode,
        @Nullable Pem authorities,
        @Nullable Pem certificate,
        @Nullable Pem key,
        boolean channelBindingRequired) {
    public static TlsSettings of(SslMode mode) {
        return new TlsSettings(mode, null, null, null, false);
    }

    public static TlsSettings of(
            SslMode mode, @Nullable Pem authorities, @Nullable Pem certificate, @Nullable Pem key) {
        return new TlsSettings(mode, authorities, certificate, key, false);
    }
}
