package dev.plumbline.pg;

import dev.plumbline.model.Problem;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What keeps a connection from coming to be before any server speaks SQL: no host, no listener, no trust. */
record ClientFailure(Problem.Kind kind, String code, String answer, String next) {
    static Optional<ClientFailure> of(Throwable failure) {
        ClientFailure found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ClientFailure deeper = meaning(cause);
            found = deeper == null ? found : deeper;
        }
        return Optional.ofNullable(found == null ? driverMeaning(failure) : found);
    }

    boolean isTls() {
        return kind == Problem.Kind.TLS;
    }

    Problem problem(ConnectionTarget target) {
        return new Problem(kind, code, "Connecting to", target.shown(), answer, next);
    }

    private static @Nullable ClientFailure meaning(Throwable cause) {
        if (cause instanceof TlsFault fault) {
            return tls("PG-TLS-SETUP", String.valueOf(fault.getMessage()), fault.next());
        }
        if (cause instanceof UnknownHostException) {
            return unreachable("PG-UNKNOWN-HOST", "there is no host of this name.", "Check the host's name.");
        }
        if (cause instanceof NoRouteToHostException) {
            return unreachable("PG-NO-ROUTE", "there is no route to the host.", "Check the network, or the host.");
        }
        if (cause instanceof SocketTimeoutException) {
            return new ClientFailure(
                    Problem.Kind.TIMED_OUT,
                    "PG-CONNECT-TIMEOUT",
                    "the server did not answer in time.",
                    "Check host, port and firewall, or give a longer connect_timeout.");
        }
        if (cause instanceof ConnectException) {
            return unreachable(
                    "PG-REFUSED", "nothing listens there (connection refused).", "Check host and port, or start it.");
        }
        return certificateMeaning(cause);
    }

    private static @Nullable ClientFailure certificateMeaning(Throwable cause) {
        if (cause instanceof ServerTrust.HostnameMismatch) {
            return tls(
                    "PG-TLS-HOSTNAME",
                    cause.getMessage() + ".",
                    "Connect by a name in the certificate, or have the server's certificate issued for this host.");
        }
        if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
            return tls(
                    "PG-TLS-EXPIRED",
                    "the server's certificate is not valid now: " + cause.getMessage() + ".",
                    "Renew the certificate, or check both clocks.");
        }
        if (cause instanceof CertificateException || cause instanceof CertPathValidatorException) {
            return tls(
                    "PG-TLS-UNTRUSTED",
                    "the server's certificate is not trusted: " + cause.getMessage() + ".",
                    "Check that sslrootcert holds the authority that signed it.");
        }
        if (cause instanceof SSLException) {
            return tls(
                    "PG-TLS-FAILED", "TLS failed: " + cause.getMessage() + ".", "Check what TLS the server expects.");
        }
        return null;
    }

    private static @Nullable ClientFailure driverMeaning(Throwable failure) {
        String words = String.valueOf(failure.getMessage());
        if (words.contains("does not support SSL")) {
            return tls(
                    "PG-TLS-REFUSED",
                    "the server does not offer TLS, and sslmode asks for it.",
                    "Turn on ssl at the server, or choose another sslmode knowingly.");
        }
        if (words.contains("no password was provided") || words.contains("password is an empty string")) {
            return new ClientFailure(
                    Problem.Kind.AUTHENTICATION,
                    "PG-NO-PASSWORD",
                    "the server asks for a password, and none was given.",
                    "Give one in the connection string, PGPASSWORD or the password file.");
        }
        if (failure instanceof SQLException && failure.getCause() instanceof EOFException
                || failure.getCause() instanceof SocketException) {
            return unreachable(
                    "PG-CLOSED",
                    "the other side closed the connection.",
                    "Check that a PostgreSQL server listens there, and look at its log.");
        }
        return null;
    }

    private static ClientFailure tls(String code, String answer, String next) {
        return new ClientFailure(Problem.Kind.TLS, code, answer, next);
    }

    private static ClientFailure unreachable(String code, String answer, String next) {
        return new ClientFailure(Problem.Kind.UNREACHABLE, code, answer, next);
    }
}
