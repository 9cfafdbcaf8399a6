package dev.plumbline.store;

import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Differences that a person chose to ignore, each with the reason, kept for one database. A difference is known by its fingerprint: once it differs in another way it is another one.
 * Any number of processes may write. Throws {@link ProblemException} when the file fails.
 */
public final class IgnoredDifferences implements AutoCloseable {
    private static final int VERSION = 1;
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE ignored (place TEXT NOT NULL, fingerprint TEXT NOT NULL, what TEXT NOT NULL,"
                    + " reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (place, fingerprint)) STRICT");
    private static final String WRITING = "Keeping what is ignored";
    private static final String READING = "Reading what is ignored";

    private final LocalDatabase database;

    private IgnoredDifferences(LocalDatabase database) {
        this.database = database;
    }

    public static IgnoredDifferences open(Path file) {
        return new IgnoredDifferences(LocalDatabase.open(file, VERSION, SCHEMA));
    }

    /** @param what the difference in words, as it was when it was ignored */
    public record Ignored(String place, String fingerprint, String what, String reason, String by, Instant at) {}

    /** The last reason stands where it was ignored before. */
    public void ignore(Ignored ignored) {
        database.write(WRITING, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(
                    "INSERT INTO ignored VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (place, fingerprint)"
                            + " DO UPDATE SET what = excluded.what, reason = excluded.reason, by = excluded.by, at = excluded.at")) {
                upsert.setString(1, ignored.place());
                upsert.setString(2, ignored.fingerprint());
                upsert.setString(3, ignored.what());
                upsert.setString(4, ignored.reason());
                upsert.setString(5, ignored.by());
                upsert.setString(6, ignored.at().toString());
                return upsert.executeUpdate();
            }
        });
    }

    /** It counts as a difference again; nothing happens when it did already. */
    public void takeBack(String place, String fingerprint) {
        database.write(WRITING, connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM ignored WHERE place = ? AND fingerprint = ?")) {
                delete.setString(1, place);
                delete.setString(2, fingerprint);
                return delete.executeUpdate();
            }
        });
    }

    /** All of a database, the oldest first. */
    public List<Ignored> of(String place) {
        return database.read(READING, connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT fingerprint, what, reason, by, at FROM ignored WHERE place = ? ORDER BY at, fingerprint")) {
                query.setString(1, place);
                List<Ignored> found = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(new Ignored(
                                place,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Instant.parse(row.getString(5))));
                    }
                }
                return found;
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
