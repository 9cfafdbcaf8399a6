package dev.plumbline.model.managed;

import dev.plumbline.model.Secret;
import org.jspecify.annotations.Nullable;

/** A Secret with the credentials of a version. {@code owned} says that the ManagedDatabase is its owner, so that it was made for it and not only named alike. */
public record CredentialSecret(
        String name,
        String version,
        String uid,
        String resourceVersion,
        boolean owned,
        String username,
        @Nullable Secret password) {}
