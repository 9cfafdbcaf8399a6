package dev.plumbline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server on loopback, counts how often the client speaks after the server spoke, and can cut all lines. Knows
 * nothing of what passes.
 */
public final class CountingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean mute;

    public CountingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How often the client spoke after silence or after the server, over all connections. */
    public int roundTrips() {
        return roundTrips.get();
    }

    public int connections() {
        return connections.get();
    }

    /** From now on nothing that the server says gets through; the lines stay open. */
    public void mute() {
        mute = true;
    }

    /** Closes every line, as a failing network would. */
    public void cut() {
        lines.forEach(CountingProxy::closeQuietly);
        lines.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                lines.addAll(List.of(client, server));
                connections.incrementAndGet();
                Line line = new Line();
                start(() -> pump(client, server, () -> line.clientSpoke(roundTrips)));
                start(() -> pump(server, client, line::serverSpoke));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void pump(Socket from, Socket to, Runnable heard) {
        byte[] bytes = new byte[65_536];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                heard.run();
                if (!mute) {
                    out.write(bytes, 0, count);
                }
            }
            to.shutdownOutput();
        } catch (IOException cut) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "counting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private static final class Line {
        private boolean clientHasTheWord;

        synchronized void clientSpoke(AtomicInteger counter) {
            if (!clientHasTheWord) {
                clientHasTheWord = true;
                counter.incrementAndGet();
            }
        }

        synchronized void serverSpoke() {
            clientHasTheWord = false;
        }
    }
}
