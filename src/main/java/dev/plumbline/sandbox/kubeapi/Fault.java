package dev.plumbline.sandbox.kubeapi;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a request goes wrong. */
@FunctionalInterface
public interface Fault {
    /** @return whether the request was answered; otherwise it goes on as usual */
    boolean answer(HttpExchange exchange) throws IOException;

    /** The status alone, with a {@code Status} object that says so. */
    static Fault status(int code, String reason, String message) {
        return exchange ->
                answered(exchange, code, "application/json", Json.bytes(ApiFailure.status(code, reason, message)));
    }

    /** 429, which a client should repeat after the given seconds. */
    static Fault tooManyRequests(int retryAfterSeconds) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfterSeconds));
            return status(429, "TooManyRequests", "too many requests, please try again later")
                    .answer(exchange);
        };
    }

    /** A proxy's sign-in page with status 200. */
    static Fault html() {
        return exchange -> answered(
                exchange,
                200,
                "text/html",
                "<!DOCTYPE html><html><body>Please sign in</body></html>".getBytes(StandardCharsets.UTF_8));
    }

    /** A well-formed answer whose JSON ends in the middle. */
    static Fault truncatedJson() {
        return exchange -> answered(
                exchange,
                200,
                "application/json",
                "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[{\"metadata\":{\"na"
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The connection ends after part of what was promised. */
    static Fault cutBody() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"kind\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut on request");
        };
    }

    /** The connection ends without a word. */
    static Fault dropped() {
        return exchange -> {
            throw new IOException("dropped on request");
        };
    }

    /** Blanks drip one at a time, never an answer, until so many were sent. */
    static Fault slow(Duration between, int blanks) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < blanks; i++) {
                    pause(between);
                    body.write(' ');
                    body.flush();
                }
            }
            return true;
        };
    }

    /** Waits, then the request goes on as usual. */
    static Fault delayed(Duration by) {
        return exchange -> {
            pause(by);
            return false;
        };
    }

    /** Something happens first, such as another's write; then the request goes on as usual. */
    static Fault after(Runnable action) {
        return exchange -> {
            action.run();
            return false;
        };
    }

    private static void pause(Duration time) throws IOException {
        try {
            if (new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the API stopped", stopped);
        }
    }

    private static boolean answered(HttpExchange exchange, int code, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        return true;
    }
}
