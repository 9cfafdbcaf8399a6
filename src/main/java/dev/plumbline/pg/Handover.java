package dev.plumbline.pg;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where the pool takes new connections from: they were made beforehand by whoever wants one, so that a failure reaches him at once and the
 * pool never dials by itself, again and again, with a password that is wrong.
 */
final class Handover implements DataSource {
    private final ConcurrentLinkedQueue<Link> made = new ConcurrentLinkedQueue<>();

    void put(Link link) {
        made.add(link);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Link link = made.poll();
        if (link == null) {
            throw new SQLException("no connection was made beforehand", "08003");
        }
        return QuietConnection.of(link);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("a connection is made for its target's user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 1;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("logs go through slf4j");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException("nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
