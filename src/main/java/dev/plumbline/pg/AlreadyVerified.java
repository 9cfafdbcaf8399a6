package dev.plumbline.pg;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;

/** The driver's second look at the host name under {@code verify-full}: {@link ServerTrust} has refused all others during the handshake. */
public final class AlreadyVerified implements HostnameVerifier {
    @Override
    public boolean verify(String host, SSLSession session) {
        return true;
    }
}
