package dev.plumbline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stand-in for a registry with a token service of its own: it says what a test told it to, also what no real one would. It is no registry. */
public final class StandInRegistry implements AutoCloseable {
    /** What one request brought. */
    public record Asked(String path, String authorization) {}

    private final HttpServer server;
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<String, String> turns = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile String token = "";
    private volatile String realm;

    public StandInRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        realm = "http://" + place() + "/token";
    }

    public String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Asked> asked() {
        return asked;
    }

    /** Asks for this token from now on, which its service gives to whoever comes with a login. */
    public void requireToken(String text) {
        token = text;
    }

    public void sendForTokensTo(String address) {
        realm = address;
    }

    public void put(String path, byte[] content) {
        contents.put(path, content);
    }

    public void sendOn(String path, String address) {
        turns.put(path, address);
    }

    /** An image of these layers under the tag {@code v1} of {@code shop}. */
    public void image(String layerType, byte[]... layers) {
        put("/v2/shop/manifests/v1", Manifests.image(layerType, List.of(layers)));
        for (byte[] layer : layers) {
            put("/v2/shop/blobs/" + Manifests.digest(layer), layer);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(new Asked(path, authorization == null ? "" : authorization));
            if (path.startsWith("/token?")) {
                boolean known = authorization != null;
                send(
                        exchange,
                        known ? 200 : 401,
                        known ? ("{\"token\":\"" + token + "\"}").getBytes(UTF_8) : new byte[0]);
            } else if (path.startsWith("/v2/") && !token.isEmpty() && !("Bearer " + token).equals(authorization)) {
                exchange.getResponseHeaders()
                        .add(
                                "WWW-Authenticate",
                                "Bearer realm=\"" + realm
                                        + "\",service=\"here\",scope=\"repository:shop:pull\",error=\"invalid_token\"");
                send(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}".getBytes(UTF_8));
            } else if (turns.containsKey(path)) {
                exchange.getResponseHeaders().add("Location", turns.getOrDefault(path, ""));
                send(
                        exchange,
                        307,
                        "gone elsewhere, with more words than a layer has"
                                .repeat(60)
                                .getBytes(UTF_8));
            } else {
                byte[] content = contents.get(path);
                send(exchange, content == null ? 404 : 200, content == null ? new byte[0] : content);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
