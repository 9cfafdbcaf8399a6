package dev.plumbline.pg;

import dev.plumbline.model.Secret;
import dev.plumbline.model.SslMode;
import java.time.Clock;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The driver's properties for one attempt. It hands the same object to the socket factories that it makes by name, which find their
 * attempt here: so no secret needs a file, and nothing of a target is ever part of a JDBC URL.
 */
final class TargetProperties extends Properties {
    private final transient ConnectionAttempt attempt;

    private TargetProperties(ConnectionAttempt attempt) {
        this.attempt = attempt;
    }

    ConnectionAttempt attempt() {
        return attempt;
    }

    static ConnectionAttempt attemptOf(Properties properties) {
        if (properties instanceof TargetProperties ours) {
            return ours.attempt;
        }
        throw new IllegalArgumentException("the driver did not hand on the properties it was given");
    }

    static TargetProperties of(ConnectionAttempt attempt, SslMode mode, @Nullable String options) {
        ConnectionTarget target = attempt.target();
        TargetProperties properties = new TargetProperties(attempt);
        properties.setProperty("user", target.user().text());
        properties.setProperty("PGDBNAME", target.database().text());
        properties.setProperty("PGHOST", target.host());
        properties.setProperty("PGPORT", String.valueOf(target.port()));
        Secret password = target.passwordAt(Clock.systemUTC());
        if (password != null) {
            properties.setProperty("password", password.reveal());
        }
        if (options != null) {
            properties.setProperty("options", options);
        }
        properties.setProperty("ApplicationName", ConnectionTarget.APPLICATION_NAME);
        properties.fewRoundTrips();
        properties.timeouts((int) Math.max(1, target.connectTimeout().toSeconds()));
        properties.encryption(mode);
        return properties;
    }

    private void fewRoundTrips() {
        setProperty("assumeMinServerVersion", "12");
        setProperty("prepareThreshold", "0");
        setProperty("binaryTransfer", "false");
        setProperty("maxResultBuffer", "512M");
        setProperty("tcpKeepAlive", "true");
        setProperty("gssEncMode", "disable");
    }

    private void timeouts(int seconds) {
        setProperty("connectTimeout", String.valueOf(seconds));
        // Longer than our own deadline: a driver that runs into it would try again without TLS.
        setProperty("sslResponseTimeout", String.valueOf(seconds * 1000 + 5_000));
        setProperty("cancelSignalTimeout", "5");
    }

    private void encryption(SslMode mode) {
        setProperty("channelBinding", attempt.target().tls().channelBindingRequired() ? "require" : "prefer");
        setProperty("sslmode", mode.word());
        setProperty("sslfactory", TlsSocketFactory.class.getName());
        setProperty("sslhostnameverifier", AlreadyVerified.class.getName());
        setProperty("socketFactory", WireSocketFactory.class.getName());
    }
}
