package dev.plumbline.pg;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.SslMode;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/**
 * Makes one connection, bounded by the target's timeout from the name lookup to the server's readiness, and given up at once when cancelled.
 * The driver's connection class is made directly, so that no JDBC URL is ever put together.
 */
final class Connector {
    /** Answers by which a pooler or an older server refuses startup options. */
    private static final Set<String> OPTIONS_REFUSED = Set.of("08P01", "42704", "22023", "0A000", "42601", "55P02");

    private final PgThreads threads;
    private final Set<ConnectionTarget> refusingOptions = ConcurrentHashMap.newKeySet();

    Connector(PgThreads threads) {
        this.threads = threads;
    }

    Link connect(ConnectionTarget target, SessionPurpose purpose, CancelToken cancel) {
        CompletableFuture<Link> answer = new CompletableFuture<>();
        Dialling dialling = new Dialling(target, purpose);
        threads.run(() -> dialling.dial(answer));
        Future<?> deadline = threads.after(target.connectTimeout(), () -> {
            if (answer.completeExceptionally(PgFailure.connectTimeout(target))) {
                dialling.abandon();
            }
        });
        CancelToken.Registration registration = cancel.onCancel(() -> {
            if (answer.completeExceptionally(new Cancelled())) {
                threads.run(dialling::abandon);
            }
        });
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        } finally {
            registration.close();
            deadline.cancel(false);
        }
    }

    /** The attempts that one connection may take: with and without startup options, and what {@code sslmode=prefer} falls back to. */
    private final class Dialling {
        private final ConnectionTarget target;
        private final SessionPurpose purpose;
        private @Nullable ConnectionAttempt current;
        private boolean abandoned;

        Dialling(ConnectionTarget target, SessionPurpose purpose) {
            this.target = target;
            this.purpose = purpose;
        }

        void dial(CompletableFuture<Link> answer) {
            try {
                Link link = open();
                if (!answer.complete(link)) {
                    link.close();
                }
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        }

        private Link open() {
            try {
                SSLSocketFactory tlsSockets = TlsMaker.make(target.tls(), target.host());
                return openFallingBack(tlsSockets, target.tls().mode());
            } catch (SQLException | TlsFault failure) {
                throw PgFailure.connecting(target, failure);
            }
        }

        private Link openFallingBack(SSLSocketFactory tlsSockets, SslMode mode) throws SQLException {
            try {
                return open(tlsSockets, mode, refusingOptions.contains(target));
            } catch (SQLException refused) {
                if (OPTIONS_REFUSED.contains(String.valueOf(refused.getSQLState())) && refusingOptions.add(target)) {
                    return openFallingBack(tlsSockets, mode);
                }
                if (mode == SslMode.PREFER && PgFailure.isTlsFault(refused)) {
                    return openFallingBack(tlsSockets, SslMode.DISABLE);
                }
                throw refused;
            }
        }

        private Link open(SSLSocketFactory tlsSockets, SslMode mode, boolean withoutOptions) throws SQLException {
            ConnectionAttempt attempt = begin(new ConnectionAttempt(target, tlsSockets));
            TargetProperties properties =
                    TargetProperties.of(attempt, mode, withoutOptions ? null : purpose.startupOptions());
            HostSpec[] hosts = {new HostSpec(target.host(), target.port())};
            PgConnection connection = new PgConnection(hosts, properties, "");
            attempt.established();
            return new Link(target, connection, attempt, purpose, withoutOptions);
        }

        private synchronized ConnectionAttempt begin(ConnectionAttempt attempt) {
            if (abandoned) {
                attempt.abandon();
            }
            current = attempt;
            return attempt;
        }

        void abandon() {
            ConnectionAttempt open;
            synchronized (this) {
                abandoned = true;
                open = current;
            }
            if (open != null) {
                open.abandon();
            }
        }
    }
}
