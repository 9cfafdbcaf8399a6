package dev.plumbline.kube.api;

import dev.plumbline.kube.kubeconfig.ClusterEntry;
import dev.plumbline.kube.kubeconfig.ServerUrl;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificates that a cluster's own certificate must lead to; empty when the kubeconfig names none. */
public record Authority(List<Certificate> certificates) {
    public static final Authority NONE = new Authority(List.of());

    public Authority {
        certificates = List.copyOf(certificates);
    }

    /** @throws ProblemException when the authority that was asked for cannot be read: it is never left out silently */
    public static Authority read(ClusterEntry cluster) {
        if (!cluster.hasAuthority()) {
            return NONE;
        }
        Path file = cluster.caFile();
        String object = file == null ? "certificate-authority-data" : "certificate-authority " + file;
        try {
            byte[] pem = file == null ? Base64.getMimeDecoder().decode(cluster.caData()) : Files.readAllBytes(file);
            List<Certificate> certificates = new ArrayList<>(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)));
            if (certificates.isEmpty()) {
                throw problem(object, "it holds no certificate.", null);
            }
            return new Authority(certificates);
        } catch (IOException unreadable) {
            throw problem(object, "the file could not be read (" + unreadable.getMessage() + ").", unreadable);
        } catch (IllegalArgumentException | CertificateException broken) {
            throw problem(object, "it is not base64 of PEM certificates.", broken);
        }
    }

    /** What identifies a cluster beside its address: the SHA-256 of the authority's certificates, or in a word why there is none. */
    static String fingerprint(ServerUrl server, ClusterEntry cluster, Authority authority) {
        if (!server.isEncrypted()) {
            return "none (not encrypted)";
        }
        if (cluster.insecure()) {
            return "none (not checked)";
        }
        return authority.certificates.isEmpty() ? "this computer's own" : "sha256:" + authority.digest();
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Certificate certificate : certificates) {
                digest.update(certificate.getEncoded());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ProblemException problem(String object, String answer, @Nullable Throwable cause) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.TLS,
                        "KUBE-TLS",
                        "read the kubeconfig's",
                        object,
                        answer,
                        "Correct the kubeconfig; nothing was sent to the server."),
                cause);
    }
}
