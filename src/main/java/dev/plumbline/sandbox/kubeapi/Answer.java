package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a request is answered with. */
@FunctionalInterface
interface Answer {
    void send(HttpExchange exchange) throws IOException;

    static Answer json(int code, JsonNode json) {
        return text(code, Json.text(json));
    }

    static Answer text(int code, String text) {
        return typed(code, "application/json", text);
    }

    static Answer typed(int code, String mediaType, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    static Answer empty(int code) {
        return exchange -> exchange.sendResponseHeaders(code, -1);
    }
}
