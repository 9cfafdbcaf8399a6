package dev.plumbline.pg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HexFormat;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Carries a cancel request through TLS: asks for it (PostgreSQL manual 54.2.10) and shakes hands before the driver writes its request. */
final class EncryptedCancelSocket extends MeteredSocket {
    private static final byte[] SSL_REQUEST = HexFormat.of().parseHex("0000000804d2162f");
    private final ConnectionTarget target;
    private final SSLSocketFactory tlsSockets;
    private @Nullable SSLSocket encrypted;

    EncryptedCancelSocket(ConnectionTarget target, SSLSocketFactory tlsSockets) {
        super(new WireMeter(), target.address());
        this.target = target;
        this.tlsSockets = tlsSockets;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMilliseconds) throws IOException {
        super.connect(endpoint, timeoutMilliseconds);
        setSoTimeout(timeoutMilliseconds);
        super.getOutputStream().write(SSL_REQUEST);
        if (super.getInputStream().read() != 'S') {
            throw new IOException("the server no longer agrees to TLS for a cancel request");
        }
        int port = ((InetSocketAddress) endpoint).getPort();
        SSLSocket socket = (SSLSocket) tlsSockets.createSocket(this, target.host(), port, true);
        socket.startHandshake();
        encrypted = socket;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return encrypted == null ? super.getInputStream() : encrypted.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return encrypted == null ? super.getOutputStream() : encrypted.getOutputStream();
    }
}
