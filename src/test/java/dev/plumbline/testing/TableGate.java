package dev.plumbline.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A lock on a table, held by a session of the test, before which whoever writes there stops: who only reads does not. One who waits can be let through with whoever comes next stopped
 * again, since the next lock queues behind the one who waits.
 */
public final class TableGate implements AutoCloseable {
    private final TestPostgres server;
    private final String database;
    private final String table;
    private final ExecutorService next = Executors.newSingleThreadExecutor();
    private Connection holder;

    /** @param table as SQL names it */
    public TableGate(TestPostgres server, String database, String table) {
        this.server = server;
        this.database = database;
        this.table = table;
        this.holder = hold();
    }

    private Connection hold() {
        try {
            Connection connection = server.connect(database);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
            }
            return connection;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The server process that waits before the gate, as soon as there is one. */
    public String awaitWaiting() {
        return server.await(database, waiting(), all -> !all.isEmpty()).get(0);
    }

    private String waiting() {
        return "SELECT pid FROM pg_locks WHERE NOT granted AND relation = '" + table
                + "'::regclass AND mode <> 'ShareLock' ORDER BY waitstart";
    }

    /** Lets through the one who waits, and stops the next. */
    public void letOneThrough() {
        awaitWaiting();
        CompletableFuture<Connection> queued = CompletableFuture.supplyAsync(this::hold, next);
        server.await(
                database,
                "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '" + table
                        + "'::regclass AND mode = 'ShareLock'",
                all -> !all.isEmpty());
        try {
            holder.close();
            holder = queued.get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Lets everybody through from now on. */
    public void open() {
        try {
            holder.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        open();
        next.shutdownNow();
    }
}
