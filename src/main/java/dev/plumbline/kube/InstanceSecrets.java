package dev.plumbline.kube;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.DeclaredInstance.SecretRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.SslMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The login and the TLS material of a database instance, from the Secrets it names. */
final class InstanceSecrets {
    private static final String CA_KEY = "ca.crt";
    private static final String CERTIFICATE_KEY = "tls.crt";
    private static final String PRIVATE_KEY = "tls.key";
    private final ApiServer server;
    private final CancelToken cancel;

    InstanceSecrets(ApiServer server, CancelToken cancel) {
        this.server = server;
        this.cancel = cancel;
    }

    Credentials readCredentials(DeclaredInstance instance) {
        SecretRef ref = instance.credentials();
        if (ref == null) {
            throw noReference(instance);
        }
        SecretReading secret = SecretReading.read(
                server, ref, "credentials of " + instance.ref().shown(), cancel);
        String userKey = ref.keys().getOrDefault("username", "username");
        String user = secret.require(userKey).reveal();
        if (user.isEmpty()) {
            throw secret.problem(
                    Problem.Kind.INVALID,
                    "the value of key " + userKey + " in secret " + ref.name() + " is empty.",
                    "Write the user name into the Secret.");
        }
        return new Credentials(user, secret.require(ref.keys().getOrDefault("password", "password")));
    }

    /** Empty when the instance names no TLS Secret. */
    Optional<TlsMaterial> readTlsMaterial(DeclaredInstance instance) {
        SecretRef ref = instance.tlsSecret();
        if (ref == null) {
            return Optional.empty();
        }
        SecretReading secret = SecretReading.read(
                server, ref, "TLS certificates of " + instance.ref().shown(), cancel);
        boolean verifies = instance.tlsMode() == SslMode.VERIFY_CA || instance.tlsMode() == SslMode.VERIFY_FULL;
        @Nullable Secret authority = value(secret, ref, "ca", CA_KEY, verifies);
        @Nullable Secret certificate = value(secret, ref, "cert", CERTIFICATE_KEY, false);
        @Nullable Secret key = value(secret, ref, "key", PRIVATE_KEY, false);
        if ((certificate == null) != (key == null)) {
            String lacking = certificate == null ? named(ref, "cert", CERTIFICATE_KEY) : named(ref, "key", PRIVATE_KEY);
            secret.require(lacking);
        }
        return Optional.of(new TlsMaterial(
                authority == null ? null : authority.reveal(), certificate == null ? null : certificate.reveal(), key));
    }

    /** A key that the instance names itself must be there; one that is only the usual name need not. */
    private static @Nullable Secret value(
            SecretReading secret, SecretRef ref, String field, String usual, boolean required) {
        String key = named(ref, field, usual);
        return required || ref.keys().containsKey(field)
                ? secret.require(key)
                : secret.find(key).orElse(null);
    }

    private static String named(SecretRef ref, String field, String usual) {
        return ref.keys().getOrDefault(field, usual);
    }

    private static ProblemException noReference(DeclaredInstance instance) {
        String why =
                instance.problems().isEmpty() ? "credential reference is nil" : String.join(" ", instance.problems());
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "KUBE-SECRET",
                "read the credentials of",
                instance.ref().shown(),
                why.endsWith(".") ? why : why + ".",
                "Correct spec.connection of the instance."));
    }
}
