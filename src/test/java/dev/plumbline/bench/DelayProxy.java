package dev.plumbline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy on loopback that adds a round-trip time: half in each direction, and one whole for the handshake, as a distant server would. It also
 * counts how often a client spoke after the server had: round trips.
 */
public final class DelayProxy implements AutoCloseable {
    private static final int CHUNK = 65_536;
    private final ServerSocket listener;
    private final int target;
    private final long halfNanos;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "delay-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong turns = new AtomicLong();

    public DelayProxy(int target, int roundTripMillis) throws IOException {
        this.target = target;
        this.halfNanos = roundTripMillis * 500_000L;
        listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public long takeRoundTrips() {
        return turns.getAndSet(0);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                boolean[] serverSpokeLast = {true};
                long notBefore = System.nanoTime() + 3 * halfNanos;
                pump(client, server, notBefore, () -> {
                    synchronized (serverSpokeLast) {
                        if (serverSpokeLast[0]) {
                            turns.incrementAndGet();
                            serverSpokeLast[0] = false;
                        }
                    }
                });
                pump(server, client, 0, () -> {
                    synchronized (serverSpokeLast) {
                        serverSpokeLast[0] = true;
                    }
                });
            }
        } catch (IOException closed) {
            close();
        }
    }

    private record Piece(long at, ByteBuffer bytes) {}

    private void pump(Socket from, Socket to, long notBefore, Runnable spoke) {
        BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
        threads.execute(() -> write(pieces, to));
        threads.execute(() -> {
            byte[] buffer = new byte[CHUNK];
            try {
                int read = from.getInputStream().read(buffer);
                while (read >= 0) {
                    spoke.run();
                    pieces.add(new Piece(
                            Math.max(System.nanoTime() + halfNanos, notBefore),
                            ByteBuffer.wrap(Arrays.copyOf(buffer, read))));
                    read = from.getInputStream().read(buffer);
                }
                pieces.add(new Piece(System.nanoTime() + halfNanos, ByteBuffer.allocate(0)));
            } catch (IOException gone) {
                pieces.add(new Piece(System.nanoTime(), ByteBuffer.allocate(0)));
            }
        });
    }

    private static void write(BlockingQueue<Piece> pieces, Socket to) {
        try (to) {
            Piece piece = pieces.take();
            while (piece.bytes().hasRemaining()) {
                for (long wait = piece.at() - System.nanoTime(); wait > 0; wait = piece.at() - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                to.getOutputStream().write(piece.bytes().array());
                piece = pieces.take();
            }
        } catch (IOException gone) {
            // the other end closed first: nothing is left to forward
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException ignored) {
            // a socket that cannot be closed is closed already
        }
        threads.shutdownNow();
    }
}
