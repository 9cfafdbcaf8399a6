package dev.plumbline.store;

import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One SQLite file with one connection, used by one thread at a time. Writing takes the file's write lock at its start (BEGIN IMMEDIATE), so
 * that two processes never build on the same last row. Every failure is a {@link ProblemException}.
 */
final class LocalDatabase implements AutoCloseable {
    private static final int PATIENCE_MILLISECONDS = 5_000;
    private final Path file;
    private final Connection connection;

    private LocalDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Opens the file, making it with {@code schema} when it is new; a file of a newer {@code version} is refused. */
    static LocalDatabase open(Path file, int version, List<String> schema) {
        try {
            LocalFile.prepare(file);
            Connection connection = LocalFile.config(PATIENCE_MILLISECONDS).createConnection(LocalFile.url(file));
            LocalDatabase database = new LocalDatabase(file, connection);
            try {
                database.write("Preparing", ignored -> database.bringTo(version, schema));
                return database;
            } catch (ProblemException refused) {
                database.close();
                throw refused;
            }
        } catch (SQLException failure) {
            throw StoreFailure.of("Opening", file, failure);
        } catch (IOException failure) {
            throw StoreFailure.of("Opening", file, failure);
        }
    }

    Path file() {
        return file;
    }

    synchronized <T> T read(String tried, Work<T> work) {
        try {
            return work.run(connection);
        } catch (SQLException failure) {
            throw StoreFailure.of(tried, file, failure);
        }
    }

    synchronized <T> T write(String tried, Work<T> work) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.run(connection);
                statement.execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack(statement);
                }
            }
        } catch (SQLException failure) {
            throw StoreFailure.of(tried, file, failure);
        }
    }

    private static void rollBack(Statement statement) throws SQLException {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException alreadyEnded) {
            if ((alreadyEnded.getErrorCode() & 0xff) != 1) {
                throw alreadyEnded;
            }
        }
    }

    private int bringTo(int version, List<String> schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int found;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                found = row.getInt(1);
            }
            if (found > version) {
                throw StoreFailure.damaged(
                        "Opening", file, "it was written by a newer Plumbline (format " + found + ").");
            }
            if (found == 0) {
                for (String sql : schema) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version = " + version);
            }
            return found;
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw StoreFailure.of("Closing", file, failure);
        }
    }
}
