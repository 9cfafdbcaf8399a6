package dev.plumbline.pg;

import dev.plumbline.model.Visible;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of a connection string (PostgreSQL manual 34.1.2) that are taken, and which environment variable (34.15) stands for which. */
final class DsnKeys {
    private static final Set<String> USED = Set.of(
            "host",
            "hostaddr",
            "port",
            "dbname",
            "user",
            "password",
            "passfile",
            "connect_timeout",
            "channel_binding",
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "service",
            "servicefile",
            DsnIam.KIND,
            DsnIam.REGION);

    /** Keys that are taken with these values only, for which nothing needs to be done. */
    private static final Map<String, Set<String>> FIXED = Map.of(
            "client_encoding", Set.of("UTF8", "utf8", "UTF-8", "utf-8", "auto"),
            "gssencmode", Set.of("disable", "prefer"),
            "target_session_attrs", Set.of("any"),
            "load_balance_hosts", Set.of("disable"),
            "sslcompression", Set.of("0"),
            "sslsni", Set.of("1"),
            "sslnegotiation", Set.of("postgres"),
            "keepalives", Set.of("1"));

    /** Keys that only name the program. */
    private static final Set<String> NAMING = Set.of("application_name", "fallback_application_name");

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGHOSTADDR", "hostaddr"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGUSER", "user"),
            Map.entry("PGPASSWORD", "password"),
            Map.entry("PGPASSFILE", "passfile"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"));

    private DsnKeys() {}

    static void check(String key) {
        if (!USED.contains(key) && !FIXED.containsKey(key) && !NAMING.contains(key)) {
            throw DsnFault.of(
                    "the key \"" + Visible.text(key) + "\" is not supported.",
                    key.equals("options")
                            ? "The session's settings are pinned; leave it out."
                            : "Leave it out, or look up its name.");
        }
    }

    static void completeFrom(Map<String, String> environment, DsnSettings settings) {
        VARIABLES.forEach((variable, key) -> {
            String value = environment.get(variable);
            if (value != null && !value.isEmpty()) {
                settings.putIfAbsent(key, value);
            }
        });
    }

    static void checkFixed(DsnSettings settings, List<String> warnings) {
        FIXED.forEach((key, allowed) -> {
            String value = settings.value(key, "");
            if (!value.isEmpty() && !allowed.contains(value)) {
                throw DsnFault.of(key + " \"" + Visible.text(value) + "\" is not supported.", "Leave it out.");
            }
        });
        if (settings.get("application_name") != null) {
            warnings.add("application_name is not used: it is always " + ConnectionTarget.APPLICATION_NAME + ".");
        }
    }
}
