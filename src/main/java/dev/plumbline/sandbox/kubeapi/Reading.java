package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Answers get and list, as objects or as tables, page by page when a limit is asked for. */
final class Reading {
    private final ObjectStore store;

    Reading(ObjectStore store) {
        this.store = store;
    }

    Answer get(Target target, ApiRequest request) {
        StoredObject found = store.read(target.kind(), target.namespace(), target.name());
        if (request.wantsTable()) {
            return Answer.json(200, TableView.of(target.kind(), List.of(found), request.parameter("includeObject")));
        }
        return Answer.text(200, found.text());
    }

    Answer list(Target target, ApiRequest request) {
        ObjectStore.Page page = store.list(
                target.kind(),
                target.namespace(),
                Selector.of(target.kind(), request.query()),
                after(request.parameter("continue")),
                number(request.parameter("limit")));
        ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(page.version()));
        page.last()
                .ifPresent(last ->
                        metadata.put("continue", token(page.version(), last)).put("remainingItemCount", page.left()));
        if (request.wantsTable()) {
            ObjectNode table = TableView.of(target.kind(), page.objects(), request.parameter("includeObject"));
            table.set("metadata", metadata);
            return Answer.json(200, table);
        }
        return Answer.text(200, text(target.kind(), metadata, page.objects()));
    }

    private static String text(ResourceKind kind, JsonNode metadata, List<StoredObject> objects) {
        StringBuilder text = new StringBuilder("{\"kind\":\"")
                .append(kind.kind())
                .append("List\",\"apiVersion\":\"")
                .append(kind.apiVersion())
                .append("\",\"metadata\":")
                .append(metadata)
                .append(",\"items\":[");
        String between = "";
        for (StoredObject object : objects) {
            text.append(between).append(object.text());
            between = ",";
        }
        return text.append("]}").toString();
    }

    private static String token(long version, String last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((version + ":" + last).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> after(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Optional.of(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException malformed) {
            throw ApiFailure.badRequest("continue key is not valid: " + malformed.getMessage());
        }
    }

    private static int number(String text) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw ApiFailure.badRequest("limit: Invalid value: " + text);
        }
    }
}
