package dev.plumbline.pg;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plumbline.job.CancelToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** The open connections to one target that stand ready for the next reading. */
final class TargetPool implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration TAKING_OVER = Duration.ofSeconds(5);

    private final ConnectionTarget target;
    private final Connector connector;
    private final Handover handover = new Handover();
    private final HikariDataSource pool;
    private final Semaphore places;

    TargetPool(ConnectionTarget target, int size, Connector connector, PgThreads threads) {
        this.target = target;
        this.connector = connector;
        this.places = new Semaphore(size);
        this.pool = new HikariDataSource(settings(size, threads));
    }

    private HikariConfig settings(int size, PgThreads threads) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("plumbline-" + target.host() + "-" + target.port());
        settings.setDataSource(handover);
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(0);
        settings.setInitializationFailTimeout(-1);
        settings.setConnectionTimeout(TAKING_OVER.toMillis());
        settings.setIdleTimeout(IDLE.toMillis());
        settings.setMaxLifetime(LIFETIME.toMillis());
        settings.setKeepaliveTime(0);
        settings.setThreadFactory(PgThreads.named("plumbline-pool"));
        settings.setScheduledExecutor(threads.clock());
        return settings;
    }

    Semaphore places() {
        return places;
    }

    /** An idle connection, or a new one made on the caller's time; the caller holds a place. */
    Borrowed borrow(CancelToken cancel, boolean fresh) {
        boolean isNew = fresh || pool.getHikariPoolMXBean().getIdleConnections() == 0;
        if (isNew) {
            handover.put(connector.connect(target, SessionPurpose.READING, cancel));
        }
        try {
            Connection connection = pool.getConnection();
            return new Borrowed(connection, connection.unwrap(Link.class), isNew);
        } catch (SQLException notHandedOut) {
            throw PgFailure.connecting(target, notHandedOut);
        }
    }

    void giveBack(Borrowed borrowed, boolean reusable) {
        if (!reusable || borrowed.link().isClosed() || borrowed.link().inTransaction()) {
            pool.evictConnection(borrowed.connection());
            return;
        }
        try {
            borrowed.connection().close();
        } catch (SQLException broken) {
            borrowed.link().abort();
        }
    }

    /** Drops the idle connections too: where one died, the others of the same age most likely did. */
    void forgetIdle() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        pool.close();
    }

    record Borrowed(Connection connection, Link link, boolean isNew) {}
}
