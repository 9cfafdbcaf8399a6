package dev.plumbline.pg;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;

/** Gives the driver the sockets of one attempt; made by the driver, by name. */
public final class WireSocketFactory extends SocketFactory {
    private final ConnectionAttempt attempt;

    public WireSocketFactory(Properties properties) {
        attempt = TargetProperties.attemptOf(properties);
    }

    @Override
    public Socket createSocket() throws IOException {
        return attempt.newSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the driver dials by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("the driver dials by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("the driver dials by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("the driver dials by itself");
    }
}
