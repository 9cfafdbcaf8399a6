package dev.plumbline.store;

import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What databases were at the times they were read, by the server's identity and the database's name. A state that was read again unchanged is one state that lasted longer; equal
 * states are kept once, compressed. Any number of processes may write. Throws {@link ProblemException} when the file fails.
 */
public final class StructureHistory implements AutoCloseable {
    private static final int VERSION = 1;
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE state (digest TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT",
            "CREATE TABLE lasted (number INTEGER PRIMARY KEY, place TEXT NOT NULL, digest TEXT NOT NULL REFERENCES state,"
                    + " first TEXT NOT NULL, last TEXT NOT NULL) STRICT",
            "CREATE INDEX lasted_place ON lasted (place, number)");
    private static final String TRIED = "Keeping what was read";
    private static final String READING = "Reading what was kept";

    private final LocalDatabase database;

    private StructureHistory(LocalDatabase database) {
        this.database = database;
    }

    public static StructureHistory open(Path file) {
        return new StructureHistory(LocalDatabase.open(file, VERSION, SCHEMA));
    }

    /** A state that was found at {@code first} and at {@code last}, and at no reading between them in another form. */
    public record Lasted(long number, Instant first, Instant last, String digest) {}

    /** @param text the whole state; equal texts are one state */
    public Lasted keep(String place, Instant at, String text) {
        PackedText packed = PackedText.of(text);
        return database.write(TRIED, connection -> {
            Optional<Lasted> newest = newest(connection, place);
            if (newest.isPresent() && newest.get().digest().equals(packed.digest())) {
                return lastedUntil(connection, newest.get(), at);
            }
            run(
                    connection,
                    "INSERT INTO state VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
                    packed.digest(),
                    packed.bytes());
            run(
                    connection,
                    "INSERT INTO lasted (place, digest, first, last) VALUES (?, ?, ?, ?)",
                    place,
                    packed.digest(),
                    at.toString(),
                    at.toString());
            return newest(connection, place).orElseThrow();
        });
    }

    /** Every place of which a state is kept, in no order. */
    public List<String> places() {
        return database.read(READING, connection -> {
            List<String> found = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT place FROM lasted");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
    }

    /** Newest first. */
    public List<Lasted> of(String place) {
        return database.read(READING, connection -> list(connection, place, -1));
    }

    /** The text of a state. */
    public String text(Lasted lasted) {
        return database.read(READING, connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT body FROM state WHERE digest = ?")) {
                query.setString(1, lasted.digest());
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        throw StoreFailure.damaged(READING, database.file(), "state " + lasted.digest() + " is gone.");
                    }
                    return new PackedText(lasted.digest(), row.getBytes(1))
                            .text()
                            .orElseThrow(() -> StoreFailure.damaged(
                                    READING, database.file(), "state " + lasted.digest() + " was changed."));
                }
            }
        });
    }

    private static Optional<Lasted> newest(Connection connection, String place) throws SQLException {
        return list(connection, place, 1).stream().findFirst();
    }

    private static List<Lasted> list(Connection connection, String place, int limit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT number, first, last, digest FROM lasted WHERE place = ? ORDER BY number DESC LIMIT ?")) {
            query.setString(1, place);
            query.setInt(2, limit);
            List<Lasted> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Lasted(
                            row.getLong(1),
                            Instant.parse(row.getString(2)),
                            Instant.parse(row.getString(3)),
                            row.getString(4)));
                }
            }
            return found;
        }
    }

    private static Lasted lastedUntil(Connection connection, Lasted lasted, Instant at) throws SQLException {
        Instant last = at.isAfter(lasted.last()) ? at : lasted.last();
        run(connection, "UPDATE lasted SET last = ? WHERE number = ?", last.toString(), lasted.number());
        return new Lasted(lasted.number(), lasted.first(), last, lasted.digest());
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
