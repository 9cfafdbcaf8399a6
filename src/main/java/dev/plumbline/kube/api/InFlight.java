package dev.plumbline.kube.api;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.kube.kubeconfig.LoginProof;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A request on its way. Waiting for it ends at once when the token is cancelled, and at the latest when its patience is over. */
final class InFlight {
    private final LoginProof proof;
    private final long deadline;
    private final Duration patience;
    private final CompletableFuture<HttpResponse<AsyncBody>> head;
    private final CompletableFuture<RawAnswer> answer;
    private volatile @Nullable AsyncBody body;
    private volatile boolean stopped;

    InFlight(HttpClient client, HttpRequest request, LoginProof proof, Duration patience) {
        this.proof = proof;
        this.patience = patience;
        this.deadline = System.nanoTime() + patience.toNanos();
        BodyCollector collector = new BodyCollector();
        this.head = client.consumeBytes(request, collector);
        this.answer = head.thenCompose(response -> readBody(response, collector));
    }

    /** The proof the request was sent with. */
    LoginProof proof() {
        return proof;
    }

    /**
     * @throws Cancelled when the token was cancelled
     * @throws IOException when no whole answer came
     */
    @SuppressWarnings("try")
    RawAnswer await(CancelToken cancel) throws IOException {
        try (CancelToken.Registration onCancel = cancel.onCancel(this::stop)) {
            return answer.get(Math.max(deadline - System.nanoTime(), 1), TimeUnit.NANOSECONDS);
        } catch (CancellationException stopped) {
            throw new Cancelled();
        } catch (TimeoutException slow) {
            stop();
            throw new HttpTimeoutException("no whole answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            stop();
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException failed) {
            throw failure(failed);
        }
    }

    void stop() {
        stopped = true;
        answer.cancel(true);
        head.cancel(true);
        AsyncBody open = body;
        if (open != null) {
            open.cancel();
        }
    }

    /** Runs the action when the request is over, however it ended. */
    void whenOver(Runnable action) {
        CompletableFuture<RawAnswer> unused = answer.whenComplete((value, failed) -> action.run());
    }

    private CompletableFuture<RawAnswer> readBody(HttpResponse<AsyncBody> response, BodyCollector collector) {
        AsyncBody open = response.body();
        body = open;
        if (stopped) {
            open.cancel();
        }
        open.consume();
        return open.done()
                .thenApply(done -> new RawAnswer(
                        response.code(),
                        header(response, "Retry-After"),
                        header(response, "Content-Type"),
                        collector.bytes()));
    }

    private static String header(HttpResponse<?> response, String name) {
        String value = response.header(name);
        return value == null ? "" : value;
    }

    private static IOException failure(ExecutionException failed) {
        Throwable cause = failed.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof CancellationException) {
            throw new Cancelled();
        }
        return cause instanceof IOException broken ? broken : new IOException(String.valueOf(cause), cause);
    }
}
