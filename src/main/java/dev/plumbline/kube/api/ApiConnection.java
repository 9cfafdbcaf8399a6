package dev.plumbline.kube.api;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.kubeconfig.Impersonation;
import dev.plumbline.kube.kubeconfig.LoginProof;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Sends requests to one API server, each exactly once, with the login of the context. No login is ever sent unencrypted to another computer. */
final class ApiConnection implements AutoCloseable {
    private final ApiEndpoint endpoint;
    private final HttpSession session;
    private final Set<InFlight> flying = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ApiConnection(ApiEndpoint endpoint) {
        this.endpoint = endpoint;
        this.session = new HttpSession(endpoint);
    }

    ApiEndpoint endpoint() {
        return endpoint;
    }

    /** Starts the request and returns at once, unless the login itself takes a while. */
    InFlight start(ApiRequest request, CancelToken cancel) {
        cancel.check();
        LoginProof proof = endpoint.server().mayCarryLogin() ? endpoint.login().read(cancel) : LoginProof.NOTHING;
        HttpClient client = session.client(proof);
        InFlight flight = new InFlight(
                client, http(client, request, proof), proof, endpoint.patience().request());
        flying.add(flight);
        flight.whenOver(() -> flying.remove(flight));
        if (closed) {
            flight.stop();
        }
        return flight;
    }

    private HttpRequest http(HttpClient client, ApiRequest request, LoginProof proof) {
        HttpRequest.Builder builder = client.newHttpRequestBuilder();
        builder.uri(URI.create(endpoint.server() + request.path().toString()));
        builder.timeout(endpoint.patience().request().toMillis(), TimeUnit.MILLISECONDS);
        builder.setHeader("Accept", request.accept());
        builder.setHeader("User-Agent", "plumbline");
        if (!request.body().isEmpty()) {
            builder.method(request.method(), request.contentType(), request.body());
        }
        identify(builder, proof);
        return builder.build();
    }

    /** A WebSocket to the same server with the same login; what it is asked for is the request's path. */
    WebSocket.Builder webSocket(ApiRequest request, CancelToken cancel) {
        cancel.check();
        LoginProof proof = endpoint.server().mayCarryLogin() ? endpoint.login().read(cancel) : LoginProof.NOTHING;
        WebSocket.Builder builder = session.client(proof).newWebSocketBuilder();
        builder.uri(URI.create(endpoint.server() + request.path().toString()));
        builder.connectTimeout(endpoint.patience().connect().toMillis(), TimeUnit.MILLISECONDS);
        builder.setHeader("User-Agent", "plumbline");
        identify(builder, proof);
        return builder;
    }

    private void identify(BasicBuilder builder, LoginProof proof) {
        if (proof.authorization() != null) {
            builder.setHeader(
                    "Authorization", sendable("token", proof.authorization().reveal()));
        }
        impersonate(builder, endpoint.impersonation());
    }

    private static void impersonate(BasicBuilder builder, Impersonation as) {
        if (as.user().isEmpty()) {
            return;
        }
        builder.setHeader("Impersonate-User", sendable("as", as.user()));
        if (!as.uid().isEmpty()) {
            builder.setHeader("Impersonate-Uid", sendable("as-uid", as.uid()));
        }
        addAll(builder, "Impersonate-Group", as.groups());
        as.extra().forEach((key, values) -> addAll(builder, "Impersonate-Extra-" + headerPart(key), values));
    }

    private static void addAll(BasicBuilder builder, String header, List<String> values) {
        values.forEach(value -> builder.header(header, sendable(header, value)));
    }

    /** The key of a user's extra as the API server expects it in a header: everything but letters, digits and {@code -._~} percent-encoded. */
    private static String headerPart(String key) {
        return ApiPath.of(key).toString().substring(1);
    }

    private static String sendable(String what, String value) {
        if (value.chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
            throw new ProblemException(new Problem(
                    Problem.Kind.AUTHENTICATION,
                    "KUBE-LOGIN",
                    "log in with the kubeconfig's",
                    what,
                    "it holds characters that cannot be sent, such as a line break.",
                    "Correct the kubeconfig or the file it names."));
        }
        return value;
    }

    @Override
    public void close() {
        closed = true;
        flying.forEach(InFlight::stop);
        session.close();
    }
}
