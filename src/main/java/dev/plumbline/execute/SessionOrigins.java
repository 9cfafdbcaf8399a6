package dev.plumbline.execute;

import java.util.Optional;

/** What stands behind the address that a session came from. Answers at once with what is known by then; never waits. */
public interface SessionOrigins {
    SessionOrigins UNKNOWN = address -> Optional.empty();

    /** In words, such as {@code pod storefront/api-7c9, Deployment api}; empty when nobody can tell. */
    Optional<String> of(String address);
}
