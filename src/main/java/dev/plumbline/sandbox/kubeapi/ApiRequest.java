package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One request: method, path, query, the headers that matter, and its body. */
record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        String accept,
        String contentType,
        String token,
        boolean upgrade,
        String body) {

    static ApiRequest of(HttpExchange exchange) throws IOException {
        return new ApiRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                header(exchange, "Accept"),
                header(exchange, "Content-Type"),
                header(exchange, "Authorization").replaceFirst("^Bearer ", ""),
                header(exchange, "Upgrade").equalsIgnoreCase("websocket"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : Optional.ofNullable(raw).orElse("").split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                query.put(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    boolean isWatch() {
        return parameter("watch").equals("true") || parameter("watch").equals("1");
    }

    boolean isDryRun() {
        return query.containsKey("dryRun");
    }

    boolean wantsTable() {
        return accept.contains("as=Table");
    }

    JsonNode json() {
        if (contentType.contains("protobuf")) {
            throw new ApiFailure(
                    415,
                    "UnsupportedMediaType",
                    "the body of the request was in an unknown format - accepted media types include: "
                            + "application/json, application/yaml");
        }
        return Json.read(body, contentType.contains("yaml"));
    }

    ObjectNode object() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw ApiFailure.badRequest("the object provided is unrecognized (must be of type object)");
    }
}
