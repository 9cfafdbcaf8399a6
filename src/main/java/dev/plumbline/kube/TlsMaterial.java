package dev.plumbline.kube;

import dev.plumbline.model.Secret;
import org.jspecify.annotations.Nullable;

/** PEM texts of a database instance's TLS Secret: the certificate authority, and a client certificate with its key or neither. */
public record TlsMaterial(
        @Nullable String authority,
        @Nullable String certificate,
        @Nullable Secret key) {}
