package dev.plumbline.kube.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;

/**
 * An API server as its callers see it: JSON or a problem. Reads are repeated a bounded number of times; writes never when they may have taken
 * effect. Closing it stops what is under way.
 */
public final class ApiServer implements AutoCloseable {
    private final ApiConnection connection;
    private final ApiFailure failure;

    public ApiServer(ApiEndpoint endpoint) {
        this.connection = new ApiConnection(endpoint);
        this.failure = new ApiFailure(endpoint.server());
    }

    /** The server's address and certificate authority, as text. */
    public String identity() {
        return connection.endpoint().identity();
    }

    /** Sends the request and waits for its answer. */
    public JsonNode send(ApiRequest request, CancelToken cancel) {
        return begin(request, cancel).await();
    }

    /** Sends the request and waits for its answer, which is text and not JSON, such as the log of a container. */
    public String sendForText(ApiRequest request, CancelToken cancel) {
        return begin(request, cancel).awaitText();
    }

    /** Sends the request and returns at once, so that several can be under way. */
    public PendingAnswer begin(ApiRequest request, CancelToken cancel) {
        return new PendingAnswer(connection, failure, request, cancel);
    }

    /** Opens a two-way line; asked once, and never again by itself. */
    public ApiSocket openSocket(ApiRequest request, String subprotocol, ApiSocket.Ends ends, CancelToken cancel) {
        return ApiSocket.open(connection, failure, request, subprotocol, ends, cancel);
    }

    @Override
    public void close() {
        connection.close();
    }
}
