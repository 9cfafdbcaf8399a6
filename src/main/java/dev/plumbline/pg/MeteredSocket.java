package dev.plumbline.pg;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A TCP socket that tells its meter what passes, and dials {@code address} where one is given. */
class MeteredSocket extends Socket {
    private final WireMeter meter;
    private final @Nullable String address;

    MeteredSocket(WireMeter meter, @Nullable String address) {
        this.meter = meter;
        this.address = address;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMilliseconds) throws IOException {
        super.connect(dialled(endpoint), timeoutMilliseconds);
        meter.dialled();
    }

    private SocketAddress dialled(SocketAddress endpoint) throws IOException {
        if (address != null && endpoint instanceof InetSocketAddress place) {
            return new InetSocketAddress(InetAddress.getByName(address), place.getPort());
        }
        return endpoint;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                meter.received();
                return one;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = super.read(into, from, length);
                meter.received();
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(int one) throws IOException {
                meter.sent();
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                meter.sent();
                out.write(bytes, from, length);
            }
        };
    }
}
