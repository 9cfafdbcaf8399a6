package dev.plumbline.pg;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client trusts: with a chain check, who is signed by the authorities; with a host, who is named so as well; with neither, anybody, as
 * libpq does in {@code require} without {@code sslrootcert}.
 */
final class ServerTrust extends X509ExtendedTrustManager {
    private final @Nullable X509ExtendedTrustManager chainCheck;
    private final @Nullable String host;

    ServerTrust(@Nullable X509ExtendedTrustManager chainCheck, @Nullable String host) {
        this.chainCheck = chainCheck;
        this.host = host;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        if (chainCheck != null) {
            chainCheck.checkServerTrusted(chain, keyType);
        }
        if (host != null && !HostnameCheck.matches(chain[0], host)) {
            throw new HostnameMismatch(host, HostnameCheck.namesOf(chain[0]));
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        checkServerTrusted(chain, keyType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, keyType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        throw new CertificateException("a client does not check clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        checkClientTrusted(chain, keyType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, keyType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /** The certificate is in order, but for somebody else. */
    static final class HostnameMismatch extends CertificateException {
        HostnameMismatch(String host, String names) {
            super("the certificate is for " + names + ", not for \"" + host + "\"");
        }
    }
}
