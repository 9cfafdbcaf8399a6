package dev.plumbline.kube.api;

import dev.plumbline.kube.kubeconfig.ClusterEntry;
import dev.plumbline.kube.kubeconfig.LoginProof;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS as a kubeconfig asks for it: only its own certificate authority is trusted where it names one, this computer's where it names none, and
 * anybody where it says insecure-skip-tls-verify; with the client certificate of the login.
 */
final class TlsContext {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN (RSA |EC |)PRIVATE KEY-----.*?-----END \\1PRIVATE KEY-----", Pattern.DOTALL);
    private static final String NO_PASSPHRASE = "";

    private TlsContext() {}

    static SSLContext of(ClusterEntry cluster, Authority authority, LoginProof.@Nullable Certificate certificate) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(certificate), trust(cluster, authority), null);
            return cluster.tlsServerName().isEmpty()
                    ? context
                    : new RenamedServerContext(context, cluster.tlsServerName());
        } catch (GeneralSecurityException | IOException broken) {
            throw problem("the kubeconfig's certificates", broken);
        }
    }

    /** For a line that is not encrypted: trusts nobody, and does not load this computer's certificate authorities. */
    static SSLContext unused() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TrustManager @Nullable [] trust(ClusterEntry cluster, Authority authority)
            throws GeneralSecurityException, IOException {
        if (cluster.insecure()) {
            return SSLUtils.trustManagers(null, null, true, null, null);
        }
        if (authority.certificates().isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int index = 0;
        for (Certificate trusted : authority.certificates()) {
            store.setCertificateEntry("authority-" + index++, trusted);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keys(LoginProof.@Nullable Certificate certificate) {
        if (certificate == null) {
            return null;
        }
        Matcher key = KEY.matcher(certificate.key().reveal());
        if (!key.find()) {
            throw problem("the client key", null);
        }
        List<String> algorithms = key.group(1).isEmpty()
                ? List.of("RSA", "EC")
                : List.of(key.group(1).strip());
        @Nullable Exception last = null;
        for (String algorithm : algorithms) {
            try {
                return SSLUtils.keyManagers(
                        stream(certificate.pem()), stream(key.group()), algorithm, NO_PASSPHRASE, null, NO_PASSPHRASE);
            } catch (GeneralSecurityException
                    | IOException
                    | IllegalArgumentException
                    | KubernetesClientException broken) {
                last = broken;
            }
        }
        throw problem("the client certificate and its key", last);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException problem(String object, @Nullable Throwable cause) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.TLS,
                        "KUBE-TLS",
                        "use",
                        object,
                        "not a PEM certificate with a matching RSA or EC key without a passphrase.",
                        "Correct the kubeconfig or its login program."),
                cause);
    }
}
