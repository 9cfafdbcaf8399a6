package dev.plumbline.kube.api;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A two-way line to the API server that carries binary messages (RFC 6455). Messages that come are asked for one at a time. */
public final class ApiSocket implements AutoCloseable {
    private static final int NORMAL = 1000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);
    private final WebSocket socket;
    private final CancelToken cancel;
    private final Listener listener;

    /** Who hears what comes; called by one thread at a time. */
    public interface Ends {
        /** Takes one message; the next comes only after it. */
        void received(ByteBuffer message) throws IOException;

        /** @param why empty when the other side closed the line as it should */
        void ended(String why);
    }

    private ApiSocket(WebSocket socket, Listener listener, CancelToken cancel) {
        this.socket = socket;
        this.listener = listener;
        this.cancel = cancel;
    }

    static ApiSocket open(
            ApiConnection connection,
            ApiFailure failure,
            ApiRequest request,
            String subprotocol,
            Ends ends,
            CancelToken cancel) {
        Listener listener = new Listener(ends);
        CompletableFuture<WebSocket> opening =
                connection.webSocket(request, cancel).subprotocol(subprotocol).buildAsync(listener);
        long patience = connection.endpoint().patience().request().toMillis();
        try {
            return new ApiSocket(opening.get(patience, TimeUnit.MILLISECONDS), listener, cancel);
        } catch (ExecutionException failed) {
            throw refusal(failure, request, failed.getCause());
        } catch (TimeoutException slow) {
            opening.cancel(true);
            throw failure.lost(request, new IOException("no answer within " + patience + " ms", slow));
        } catch (InterruptedException interrupted) {
            opening.cancel(true);
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private static RuntimeException refusal(ApiFailure failure, ApiRequest request, @Nullable Throwable cause) {
        if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            return failure.refused(request, new RawAnswer(refused.getResponse().code(), "", "", new byte[0]));
        }
        return failure.lost(
                request, cause instanceof IOException broken ? broken : new IOException(String.valueOf(cause), cause));
    }

    /** Waits until the message before is on its way: the client takes no second one meanwhile. */
    public void send(ByteBuffer message) throws IOException {
        while (socket.queueSize() > 0 && !listener.over.get()) {
            Pause.forTime(BETWEEN_LOOKS, cancel);
        }
        if (listener.over.get() || !socket.send(message)) {
            throw new IOException("the line to the API server is closed");
        }
    }

    @Override
    public void close() {
        if (listener.over.compareAndSet(false, true)) {
            socket.sendClose(NORMAL, "");
        }
    }

    private static final class Listener implements WebSocket.Listener {
        private final Ends ends;
        private final AtomicBoolean over = new AtomicBoolean();

        private Listener(Ends ends) {
            this.ends = ends;
        }

        @Override
        public void onMessage(WebSocket from, ByteBuffer message) {
            try {
                ends.received(message);
                from.request();
            } catch (IOException unwanted) {
                if (end("")) {
                    from.sendClose(NORMAL, "");
                }
            }
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            end("a text came where only bytes may come");
            from.sendClose(NORMAL, "");
        }

        @Override
        public void onClose(WebSocket from, int code, String reason) {
            end(code == NORMAL ? "" : "closed with code " + code + (reason.isEmpty() ? "" : ": " + reason));
            from.sendClose(NORMAL, "");
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            end(broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage());
        }

        private boolean end(String why) {
            boolean first = over.compareAndSet(false, true);
            if (first) {
                ends.ended(why);
            }
            return first;
        }
    }
}
