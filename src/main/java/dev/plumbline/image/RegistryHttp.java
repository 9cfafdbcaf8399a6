package dev.plumbline.image;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request for an image and follows where it is sent on. A login goes to the host that asked for it and to no other, and never unencrypted to another computer;
 * nothing is sent on from TLS to a wire without.
 */
final class RegistryHttp {
    private static final int MOST_TURNS = 5;
    private static final Set<Integer> TURNS = Set.of(301, 302, 303, 307, 308);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final ImageReference image;
    private final ImageLimits limits;
    private final CancelToken cancel;

    RegistryHttp(ImageReference image, ImageLimits limits, CancelToken cancel) {
        this.image = image;
        this.limits = limits;
        this.cancel = cancel;
    }

    <T> HttpResponse<T> get(URI first, String accept, @Nullable Secret authorization, BodyHandler<T> body, long most) {
        URI uri = first;
        for (int turn = 0; turn <= MOST_TURNS; turn++) {
            boolean same = uri.getScheme().equals(first.getScheme())
                    && uri.getAuthority().equals(first.getAuthority());
            HttpResponse<T> answer =
                    send(request(uri, accept, same ? authorization : null), BoundedBody.of(body, most));
            Optional<String> location = answer.headers().firstValue("Location");
            if (!TURNS.contains(answer.statusCode()) || location.isEmpty()) {
                return answer;
            }
            uri = next(uri, location.get());
        }
        throw ImageProblem.reading(
                Problem.Kind.SERVER, "IMG-502", image, "the registry sends on more than " + MOST_TURNS + " times.", "");
    }

    private static HttpRequest request(URI uri, String accept, @Nullable Secret authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).header("User-Agent", "plumbline").GET();
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        if (authorization != null) {
            request.header("Authorization", authorization.reveal());
        }
        return request.build();
    }

    private URI next(URI from, String location) {
        URI next;
        try {
            next = from.resolve(location);
        } catch (IllegalArgumentException malformed) {
            throw ImageProblem.reading(
                    Problem.Kind.SERVER, "IMG-502", image, "the registry sends on to no address.", "", malformed);
        }
        boolean known = "https".equals(next.getScheme()) || "http".equals(next.getScheme());
        if (!known || next.getAuthority() == null) {
            throw ImageProblem.reading(
                    Problem.Kind.SERVER, "IMG-502", image, "the registry sends on to no address of the web.", "");
        }
        if (from.getScheme().equals("https") && !next.getScheme().equals("https")) {
            throw ImageProblem.reading(
                    Problem.Kind.TLS,
                    "IMG-426",
                    image,
                    "the registry sends on to " + next.getHost() + " without TLS.",
                    "Nothing was asked of it.");
        }
        return next;
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        cancel.check();
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
        CancelToken.Registration registration = cancel.onCancel(() -> answer.cancel(true));
        try {
            return answer.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (CancellationException stopped) {
            throw new Cancelled();
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw ImageProblem.reading(
                    Problem.Kind.TIMED_OUT,
                    "IMG-504",
                    image,
                    request.uri().getHost() + " did not answer in full within "
                            + limits.time().toSeconds() + " s.",
                    "Try again.",
                    late);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException failed) {
            throw failure(request.uri(), failed.getCause() == null ? failed : failed.getCause());
        } finally {
            registration.close();
        }
    }

    private ProblemException failure(URI uri, Throwable cause) {
        if (cause instanceof CancellationException) {
            throw new Cancelled();
        }
        if (cause instanceof BoundedBody.TooLarge || cause.getCause() instanceof BoundedBody.TooLarge) {
            return ImageProblem.reading(
                    Problem.Kind.INVALID,
                    "IMG-413",
                    image,
                    "an answer is larger than is allowed.",
                    "Put the migrations into an image of their own.",
                    cause);
        }
        String answer = uri.getAuthority() + ": " + cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "." : ": " + cause.getMessage());
        if (cause instanceof SSLException) {
            return ImageProblem.reading(
                    Problem.Kind.TLS,
                    "IMG-526",
                    image,
                    answer,
                    "A registry of your own without TLS has to be named: --plain-http HOST:PORT.",
                    cause);
        }
        if (cause instanceof IOException) {
            return ImageProblem.reading(
                    Problem.Kind.UNREACHABLE, "IMG-503", image, answer, "Look whether the registry runs.", cause);
        }
        throw new IllegalStateException(cause);
    }
}
