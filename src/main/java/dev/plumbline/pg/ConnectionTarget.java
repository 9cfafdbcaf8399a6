package dev.plumbline.pg;

import dev.plumbline.model.Name;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Visible;
import dev.plumbline.pg.rds.RdsLogin;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to connect and as whom. {@code address}, when set, is dialled instead of {@code host}, while the certificate is still checked against
 * {@code host}. {@code iam}, when set, signs a token that stands for the password. {@code label} says in messages what the target is, such as the resource it came from; it may be empty. {@code warnings} are
 * sentences about how the target was found, such as a password file that was ignored.
 */
public record ConnectionTarget(
        String host,
        @Nullable String address,
        int port,
        Name database,
        Name user,
        @Nullable Secret password,
        @Nullable RdsLogin iam,
        TlsSettings tls,
        Duration connectTimeout,
        String label,
        List<String> warnings) {
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);
    public static final String APPLICATION_NAME = "plumbline";

    public ConnectionTarget {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no server can be at " + Visible.text(host) + ":" + port);
        }
        if (connectTimeout.isNegative() || connectTimeout.isZero()) {
            throw new IllegalArgumentException("the connect timeout must be longer than zero");
        }
        warnings = List.copyOf(warnings);
    }

    /** With a password, or none. */
    public ConnectionTarget(
            String host,
            @Nullable String address,
            int port,
            Name database,
            Name user,
            @Nullable Secret password,
            TlsSettings tls,
            Duration connectTimeout,
            String label,
            List<String> warnings) {
        this(host, address, port, database, user, password, null, tls, connectTimeout, label, warnings);
    }

    public static ConnectionTarget of(
            String host, int port, Name database, Name user, @Nullable Secret password, TlsSettings tls) {
        return new ConnectionTarget(
                host, null, port, database, user, password, tls, DEFAULT_CONNECT_TIMEOUT, "", List.of());
    }

    public ConnectionTarget withDatabase(Name other) {
        return new ConnectionTarget(
                host, address, port, other, user, password, iam, tls, connectTimeout, label, warnings);
    }

    public ConnectionTarget withConnectTimeout(Duration timeout) {
        return new ConnectionTarget(host, address, port, database, user, password, iam, tls, timeout, label, warnings);
    }

    public ConnectionTarget withLabel(String words) {
        return new ConnectionTarget(
                host, address, port, database, user, password, iam, tls, connectTimeout, words, warnings);
    }

    /**
     * The password, or the token that stands for it, for the one connection that is made now; null for none.
     *
     * @throws dev.plumbline.model.ProblemException AWS-401 when a token cannot be signed
     */
    public @Nullable Secret passwordAt(Clock clock) {
        return iam == null ? password : iam.token(host, port, user.text(), clock);
    }

    /** The target in words, without its password: {@code database "a" on host:5432 as "u"}. */
    public String shown() {
        String place = Visible.text(host) + ":" + port;
        return "database \"" + database.shown() + "\" on " + place + " as \"" + user.shown() + "\""
                + (label.isEmpty() ? "" : " (" + label + ")");
    }
}
