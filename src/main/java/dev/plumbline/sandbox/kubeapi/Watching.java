package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Streams the changes of a kind, one JSON text a line, until the client leaves, its time is over, or the server stops. */
final class Watching {
    private static final String LONGEST = Long.toString(Duration.ofMinutes(30).toSeconds());
    private final ObjectStore store;

    Watching(ObjectStore store) {
        this.store = store;
    }

    /** WebSocket is not spoken: a plain success makes the client ask again over HTTP. */
    Answer watch(Target target, ApiRequest request) {
        if (request.upgrade()) {
            return Answer.empty(200);
        }
        long since = version(request.parameter("resourceVersion"));
        return exchange -> stream(exchange, target, request, since);
    }

    private void stream(HttpExchange exchange, Target target, ApiRequest request, long since) throws IOException {
        Predicate<JsonNode> selector =
                Selector.of(target.kind(), request.query()).and(json -> isMeant(target, json));
        BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
        long seconds = Long.parseLong(request.query().getOrDefault("timeoutSeconds", LONGEST));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream lines = exchange.getResponseBody()) {
            lines.flush();
            try (History.Subscription here = store.watch(target.kind(), target.namespace(), since, changes::add)) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                for (Change change = next(changes, end); change != null && here != null; change = next(changes, end)) {
                    Optional<String> type = change.typeFor(selector);
                    if (type.isPresent()) {
                        write(lines, type.get(), shown(target.kind(), request, change));
                    }
                }
            } catch (ApiFailure failure) {
                write(lines, "ERROR", failure.status());
            }
        }
    }

    private static boolean isMeant(Target target, JsonNode json) {
        return (target.name().isEmpty() || StoredObject.nameOf(json).equals(target.name()))
                && (target.namespace().isEmpty()
                        || StoredObject.namespaceOf(json).equals(target.namespace()));
    }

    /** Null when the time is over or the server stops. */
    private static @Nullable Change next(BlockingQueue<Change> changes, long end) {
        try {
            return changes.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static ObjectNode shown(ResourceKind kind, ApiRequest request, Change change) {
        return request.wantsTable()
                ? TableView.of(
                        kind,
                        List.of(StoredObject.of(change.after(), change.version())),
                        request.parameter("includeObject"))
                : change.after();
    }

    private static void write(OutputStream lines, String type, ObjectNode object) throws IOException {
        ObjectNode line = Json.object().put("type", type);
        line.set("object", object);
        lines.write(Json.bytes(line));
        lines.write('\n');
        lines.flush();
    }

    private static long version(String text) {
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw ApiFailure.badRequest("resourceVersion: Invalid value: \"" + text + "\"");
        }
    }
}
