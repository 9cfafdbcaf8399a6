package dev.plumbline.operation.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Visible;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and its answer. A redirect is the answer, and is not followed; the body ends at 1 MB; certificates and host names are always
 * checked against this computer's authorities. Every status is an answer; a {@link ProblemException} says why none came (HTTP-UNREACHABLE,
 * HTTP-TLS, HTTP-TIMEOUT, HTTP-LOST) or why nothing was sent (HTTP-REQUEST). No message holds a header, a body, or what stands after the path.
 */
public final class HttpProbe {
    private final Duration timeout;
    private final HttpClient client;

    /** @param timeout for the whole answer, connecting included */
    public HttpProbe(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** @param body empty for none */
    public record Request(String method, String url, Map<String, Secret> headers, String body) {
        public Request {
            headers = Map.copyOf(headers);
        }

        /** Without the body and what stands after the path, which may hold a password. */
        @Override
        public String toString() {
            return method + " " + place(url);
        }
    }

    /**
     * @param headers by their names in small letters, several of one name after each other with a comma between
     * @param cut whether the body is longer than what is given
     */
    public record Answer(int status, Map<String, String> headers, String body, boolean cut, Duration took) {}

    /** Sends it once. */
    @SuppressWarnings("try")
    public Answer send(Request request, CancelToken cancel) {
        cancel.check();
        HttpRequest http = http(request);
        long begun = System.nanoTime();
        CompletableFuture<HttpResponse<CappedBody.Text>> pending = client.sendAsync(http, CappedBody::of);
        try (CancelToken.Registration onCancel = cancel.onCancel(() -> pending.cancel(true))) {
            HttpResponse<CappedBody.Text> response = pending.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(
                    response.statusCode(),
                    headers(response),
                    response.body().text(),
                    response.body().cut(),
                    Duration.ofNanos(System.nanoTime() - begun));
        } catch (CancellationException stopped) {
            throw new Cancelled();
        } catch (InterruptedException interrupted) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (TimeoutException slow) {
            pending.cancel(true);
            throw problem(
                    Problem.Kind.TIMED_OUT, "HTTP-TIMEOUT", request, "no whole answer within " + seconds() + ".", slow);
        } catch (ExecutionException failed) {
            cancel.check();
            throw lost(request, failed.getCause());
        }
    }

    private HttpRequest http(Request request) {
        URI uri = uri(request);
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(timeout);
            request.headers().forEach((name, value) -> header(request, builder, name, value));
            return builder.method(
                            request.method().toUpperCase(Locale.ROOT),
                            request.body().isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8))
                    .build();
        } catch (IllegalArgumentException refused) {
            throw invalid(request, "its method or address cannot be sent.");
        }
    }

    /** The library's own message would quote the value. */
    private static void header(Request request, HttpRequest.Builder builder, String name, Secret value) {
        try {
            builder.header(name, value.reveal());
        } catch (IllegalArgumentException refused) {
            throw invalid(request, "the header " + Visible.text(name) + " cannot be sent, or not with this value.");
        }
    }

    private static URI uri(Request request) {
        try {
            URI uri = new URI(request.url());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
                throw invalid(request, "it is not an address of http:// or https:// with a host.");
            }
            if (uri.getUserInfo() != null) {
                throw invalid(request, "it holds a login; write that as a header, which is not shown.");
            }
            return uri;
        } catch (URISyntaxException broken) {
            throw invalid(request, "it is no URL (" + broken.getReason() + ").");
        }
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }

    private ProblemException lost(Request request, @Nullable Throwable cause) {
        for (@Nullable Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return problem(Problem.Kind.TLS, "HTTP-TLS", request, "TLS failed: " + reason(each) + ".", cause);
            }
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return problem(
                    Problem.Kind.UNREACHABLE,
                    "HTTP-UNREACHABLE",
                    request,
                    "no connection (" + reason(cause) + ").",
                    cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return problem(
                    Problem.Kind.TIMED_OUT, "HTTP-TIMEOUT", request, "no answer within " + seconds() + ".", cause);
        }
        if (cause instanceof IOException) {
            return problem(
                    Problem.Kind.CONNECTION_LOST,
                    "HTTP-LOST",
                    request,
                    "the connection broke before the whole answer came (" + reason(cause) + ").",
                    cause);
        }
        throw new IllegalStateException(cause);
    }

    private String seconds() {
        return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }

    private static String reason(Throwable trouble) {
        for (@Nullable Throwable each = trouble; each != null; each = each.getCause()) {
            if (each instanceof java.nio.channels.UnresolvedAddressException) {
                return "unknown host";
            }
        }
        return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : Visible.text(trouble.getMessage());
    }

    private static String place(String url) {
        return Visible.text(url.replaceFirst("[?#].*$", "").replaceFirst("//[^/]*@", "//"));
    }

    private static ProblemException invalid(Request request, String answer) {
        return problem(Problem.Kind.INVALID, "HTTP-REQUEST", request, answer + " Nothing was sent.", null);
    }

    private static ProblemException problem(
            Problem.Kind kind, String code, Request request, String answer, @Nullable Throwable cause) {
        return new ProblemException(new Problem(kind, code, "send", request.toString(), answer, ""), cause);
    }
}
