package dev.plumbline.runbook.step;

import dev.plumbline.model.SafeMode;
import java.util.Optional;

/**
 * Where a run of a runbook acts; fixed when it begins, and the same again when it is resumed. {@code context} and {@code namespace} are empty where no cluster is meant; {@code database} names a
 * Database resource of that namespace.
 */
public record RunTarget(
        String context, String namespace, Optional<String> dsn, Optional<String> database, SafeMode mode) {
    /** In words, without a password. */
    public String shown() {
        String cluster = context.isEmpty() ? "no cluster" : "context " + context + ", namespace " + namespace;
        return database.map(name -> cluster + ", Database " + name).orElse(cluster)
                + (dsn.isPresent() ? ", by a connection string" : "");
    }
}
