package dev.plumbline.image;

import java.util.Set;

/**
 * How registries are spoken to.
 *
 * @param plainHttp registries, as they stand in names, that a person said have no TLS; those of this machine need not be said
 */
public record ImageAccess(RegistryLogins logins, Set<String> plainHttp) {
    public static final ImageAccess ANONYMOUS = new ImageAccess(RegistryLogins.NONE, Set.of());

    public ImageAccess {
        plainHttp = Set.copyOf(plainHttp);
    }
}
