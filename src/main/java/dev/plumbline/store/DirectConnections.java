package dev.plumbline.store;

import java.util.ArrayList;
import java.util.List;

/** Databases reached without a custom resource, by name. A connection has no place for a password: those live in pgpass or the keyring. */
public record DirectConnections(Settings settings) {
    private static final String PREFIX = "connection.";

    /** The parts of a libpq connection string that may be kept; empty or 0 where libpq's default applies. */
    public record Saved(
            String name, String host, int port, String database, String user, String sslMode, String rootCertificate) {
        /** The connection as a libpq keyword/value string (PostgreSQL manual 34.1.1.1). */
        public String dsn() {
            List<String> words = new ArrayList<>();
            add(words, "host", host);
            add(words, "port", port == 0 ? "" : Integer.toString(port));
            add(words, "dbname", database);
            add(words, "user", user);
            add(words, "sslmode", sslMode);
            add(words, "sslrootcert", rootCertificate);
            return String.join(" ", words);
        }

        private static void add(List<String> words, String keyword, String value) {
            if (!value.isEmpty()) {
                words.add(keyword + "='" + value.replace("\\", "\\\\").replace("'", "\\'") + "'");
            }
        }
    }

    public void save(Saved connection) {
        settings.put(PREFIX + connection.name(), SavedConnectionText.write(connection));
    }

    public void forget(String name) {
        settings.remove(PREFIX + name);
    }

    /** All of them by name; one whose text cannot be understood is left out. */
    public List<Saved> all() {
        List<Saved> all = new ArrayList<>();
        settings.startingWith(PREFIX)
                .forEach((key, text) -> SavedConnectionText.read(key.substring(PREFIX.length()), text)
                        .ifPresent(all::add));
        return all;
    }
}
