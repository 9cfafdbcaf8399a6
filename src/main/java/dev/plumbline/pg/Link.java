package dev.plumbline.pg;

import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Visible;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/** A connection that stands: the driver's object and what was learnt while it was made. */
final class Link {
    private final ConnectionTarget target;
    private final PgConnection connection;
    private final ConnectionAttempt attempt;
    private final ServerVersion version;
    private final SessionPurpose purpose;
    private final boolean optionsRefused;
    private List<String> warnings = List.of();

    Link(
            ConnectionTarget target,
            PgConnection connection,
            ConnectionAttempt attempt,
            SessionPurpose purpose,
            boolean optionsRefused) {
        this.target = target;
        this.connection = connection;
        this.attempt = attempt;
        this.purpose = purpose;
        this.optionsRefused = optionsRefused;
        this.version = VersionReader.read(
                connection.getParameterStatus("server_version"), connection.getParameterStatus("crdb_version"));
    }

    ConnectionTarget target() {
        return target;
    }

    PgConnection connection() {
        return connection;
    }

    ServerVersion version() {
        return version;
    }

    SessionPurpose purpose() {
        return purpose;
    }

    /** True when the settings could not travel as startup options, so that each transaction begins with them. */
    boolean optionsRefused() {
        return optionsRefused;
    }

    WireMeter meter() {
        return attempt.meter();
    }

    /** Keeps what the server warned of during the last statement. */
    void warned(@Nullable SQLWarning first) {
        List<String> all = new ArrayList<>();
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            all.add(warning.getSQLState() + " " + Visible.text(String.valueOf(warning.getMessage())));
        }
        warnings = List.copyOf(all);
    }

    List<String> warnings() {
        return warnings;
    }

    String encryption() {
        return attempt.encryption();
    }

    boolean inTransaction() {
        return connection.getTransactionState() != TransactionState.IDLE;
    }

    boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException unclear) {
            return true;
        }
    }

    /** Drops the wire at once, without telling the server; whoever waits on it fails. */
    void abort() {
        attempt.abandon();
    }

    /** Says goodbye; over TLS this can wait for the server. */
    void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            abort();
        }
    }
}
