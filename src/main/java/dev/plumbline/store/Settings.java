package dev.plumbline.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Small remembered things, each under a key: window layout, theme, safe mode of a context, approved programs, direct connections. Several
 * processes may write; the last one wins. Never a password. Throws {@link dev.plumbline.model.ProblemException} when the file fails.
 */
public final class Settings implements AutoCloseable {
    private static final int VERSION = 1;
    private final LocalDatabase database;

    private Settings(LocalDatabase database) {
        this.database = database;
    }

    public static Settings open(Path file) {
        return new Settings(LocalDatabase.open(
                file, VERSION, List.of("CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")));
    }

    public Optional<String> get(String key) {
        return database.read("Reading settings", connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT value FROM setting WHERE key = ?")) {
                query.setString(1, key);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    public void put(String key, String value) {
        database.write("Saving settings", connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(
                    "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")) {
                upsert.setString(1, key);
                upsert.setString(2, value);
                return upsert.executeUpdate();
            }
        });
    }

    public void remove(String key) {
        database.write("Saving settings", connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM setting WHERE key = ?")) {
                delete.setString(1, key);
                return delete.executeUpdate();
            }
        });
    }

    /** Every setting whose key begins with {@code prefix}, by its whole key. */
    public SortedMap<String, String> startingWith(String prefix) {
        return database.read("Reading settings", connection -> {
            SortedMap<String, String> found = new TreeMap<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT key, value FROM setting WHERE substr(key, 1, length(?1)) = ?1")) {
                query.setString(1, prefix);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString(1), row.getString(2));
                    }
                }
            }
            return found;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
