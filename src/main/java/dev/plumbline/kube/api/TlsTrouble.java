package dev.plumbline.kube.api;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import org.jspecify.annotations.Nullable;

/** Why TLS with the API server failed, in words: Java's own messages speak of paths and anchors. */
final class TlsTrouble {
    private TlsTrouble() {}

    static String words(Throwable trouble) {
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "its certificate has expired (" + cause.getMessage() + ")";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "its certificate is not valid yet (" + cause.getMessage() + ")";
            }
        }
        String all = messages(trouble);
        if (all.contains("unable to find valid certification path") || all.contains("Path does not chain")) {
            return "its certificate is not signed by the certificate authority of the kubeconfig";
        }
        if (all.contains("subject alternative") || all.contains("No name matching")) {
            return "its certificate is for another host (" + lastMessage(trouble) + ")";
        }
        if (all.contains("bad_certificate") || all.contains("certificate_required")) {
            return "it did not accept the client certificate (" + lastMessage(trouble) + ")";
        }
        return "TLS failed (" + lastMessage(trouble) + ")";
    }

    private static String messages(Throwable trouble) {
        StringBuilder all = new StringBuilder();
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static String lastMessage(Throwable trouble) {
        Throwable last = trouble;
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            last = cause;
        }
        return String.valueOf(last.getMessage());
    }
}
