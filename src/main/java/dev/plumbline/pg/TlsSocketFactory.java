package dev.plumbline.pg;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Wraps the socket of one attempt in TLS with the target's own trust and identity; made by the driver, by name. */
public final class TlsSocketFactory extends SSLSocketFactory {
    private final ConnectionAttempt attempt;

    public TlsSocketFactory(Properties properties) {
        attempt = TargetProperties.attemptOf(properties);
    }

    @Override
    public Socket createSocket(Socket dialled, String host, int port, boolean autoClose) throws IOException {
        SSLSocket socket = (SSLSocket) attempt.tlsSockets().createSocket(dialled, host, port, autoClose);
        attempt.encryptedBy(socket);
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return attempt.tlsSockets().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return attempt.tlsSockets().getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("TLS is only put around a socket that is there");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("TLS is only put around a socket that is there");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("TLS is only put around a socket that is there");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("TLS is only put around a socket that is there");
    }
}
