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
                + dsn.map(text -> ", by a connection string to " + address()).orElse("");
    }

    /** Which server and database the connection string leads to, without its login; empty where there is none. */
    public String address() {
        return dsn.map(DsnAddress::of).orElse("");
    }
}
