package dev.plumbline.kube.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * When one request is sent again, and after which pause. Reads are repeated after 5xx and a broken line; a write only when it certainly had no
 * effect: the server was too busy for it (429), or no connection came about. 429 waits as long as Retry-After says, unless that is too long.
 */
final class Retries {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800));
    private static final int BUSY_TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private final boolean read;
    private int failures;
    private int refusals;

    Retries(ApiRequest request) {
        this.read = request.isRead();
    }

    /** @return empty when the answer stands */
    Optional<Duration> after(RawAnswer answer) {
        if (answer.status() == 429) {
            return refusals++ < BUSY_TRIES ? asAsked(answer, Duration.ofSeconds(1)) : Optional.empty();
        }
        if (answer.status() < 500 || !read) {
            return Optional.empty();
        }
        Optional<Duration> pause = nextPause();
        return pause.isEmpty() ? pause : asAsked(answer, pause.get());
    }

    Optional<Duration> after(IOException trouble) {
        boolean hopeless =
                trouble instanceof SSLException || trouble instanceof HttpTimeoutException || isUnknownHost(trouble);
        boolean harmless = read || trouble instanceof ConnectException;
        return hopeless || !harmless ? Optional.empty() : nextPause();
    }

    private Optional<Duration> nextPause() {
        return failures < PAUSES.size() ? Optional.of(PAUSES.get(failures++)) : Optional.empty();
    }

    private static Optional<Duration> asAsked(RawAnswer answer, Duration otherwise) {
        String seconds = answer.retryAfter().strip();
        if (!seconds.matches("\\d{1,9}")) {
            return Optional.of(otherwise);
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
        return asked.compareTo(LONGEST_WAIT) > 0 ? Optional.empty() : Optional.of(asked);
    }

    private static boolean isUnknownHost(IOException trouble) {
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
