package dev.plumbline.pg;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect, and the wire of the connection that came of it: the sockets dialled, so that a cancel or a deadline can close them,
 * the meter, and whether the wire is encrypted.
 */
final class ConnectionAttempt {
    private final ConnectionTarget target;
    private final SSLSocketFactory tlsSockets;
    private final WireMeter meter = new WireMeter();
    private @Nullable Socket dialled;
    private @Nullable SSLSocket encrypted;
    private boolean abandoned;
    private boolean established;

    ConnectionAttempt(ConnectionTarget target, SSLSocketFactory tlsSockets) {
        this.target = target;
        this.tlsSockets = tlsSockets;
    }

    ConnectionTarget target() {
        return target;
    }

    SSLSocketFactory tlsSockets() {
        return tlsSockets;
    }

    WireMeter meter() {
        return meter;
    }

    /** A socket for the connection itself, or, once that stands, for a cancel request, which travels encrypted when the connection does. */
    synchronized Socket newSocket() throws IOException {
        if (established) {
            return encrypted == null
                    ? new MeteredSocket(new WireMeter(), target.address())
                    : new EncryptedCancelSocket(target, tlsSockets);
        }
        if (abandoned) {
            throw new IOException("connecting was given up");
        }
        encrypted = null;
        dialled = new MeteredSocket(meter, target.address());
        return dialled;
    }

    synchronized void encryptedBy(SSLSocket socket) {
        encrypted = socket;
    }

    synchronized void established() {
        established = true;
    }

    /** The protocol in use such as {@code TLSv1.3}, or empty when the wire is not encrypted. */
    synchronized String encryption() {
        return encrypted == null ? "" : encrypted.getSession().getProtocol();
    }

    /** Closes what was dialled, so that whoever waits on it fails at once. */
    void abandon() {
        Socket open;
        synchronized (this) {
            abandoned = true;
            open = dialled;
        }
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyGone) {
                return;
            }
        }
    }
}
