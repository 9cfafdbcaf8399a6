package dev.plumbline.operation.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.kube.PodPort;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A port of 127.0.0.1 behind which a port of a pod is, a line of its own for each connection. Closing it ends them all. */
public final class PortForward implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private final PodPort pod;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(PortForward::thread);
    private volatile @Nullable String trouble;
    private final CancelToken.Registration onCancel;

    PortForward(PodPort pod, CancelToken cancel) throws IOException {
        this.pod = pod;
        this.listening = new ServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        workers.execute(this::accept);
        this.onCancel = cancel.onCancel(this::stop);
    }

    /** The port of 127.0.0.1. */
    public int localPort() {
        return listening.getLocalPort();
    }

    /** What is behind it, in words. */
    public String shown() {
        return pod.shown();
    }

    /** Why the latest connection that failed did; whoever connects sees no more than that it was closed. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plumbline-forward");
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket local = listening.accept();
                open.add(local);
                begin(local);
            } catch (IOException over) {
                if (!listening.isClosed()) {
                    tell("listening on 127.0.0.1 ended: " + over.getMessage());
                    stop();
                }
            }
        }
    }

    /** A connection that comes while this is being closed is closed with it. */
    private void begin(Socket local) {
        try {
            workers.execute(() -> carry(local));
        } catch (RejectedExecutionException closed) {
            open.remove(local);
            closeQuietly(local);
        }
    }

    private void carry(Socket local) {
        try {
            local.setTcpNoDelay(true);
            try (PodPort.Line line = pod.connect(local.getOutputStream(), why -> ended(local, why))) {
                InputStream from = local.getInputStream();
                byte[] bytes = new byte[CHUNK];
                for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                    line.send(bytes, read);
                }
            }
        } catch (ProblemException refused) {
            tell(refused.problem().message());
        } catch (IOException broken) {
            if (!local.isClosed()) {
                tell("the connection broke: " + broken.getMessage());
            }
        } catch (Cancelled stopped) {
            stop();
        } finally {
            open.remove(local);
            closeQuietly(local);
        }
    }

    private void ended(Socket local, String why) {
        if (!why.isEmpty()) {
            tell(why);
        }
        closeQuietly(local);
    }

    private void tell(String why) {
        trouble = Visible.text(why);
    }

    private void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException notClosed) {
            tell("a connection could not be closed: " + notClosed.getMessage());
        }
    }

    private void stop() {
        try {
            listening.close();
        } catch (IOException notClosed) {
            tell("127.0.0.1:" + localPort() + " could not be closed: " + notClosed.getMessage());
        }
        open.forEach(this::closeQuietly);
        workers.shutdown();
    }

    @Override
    public void close() {
        onCancel.close();
        stop();
    }
}
