package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One object as it stands at a version, and its JSON text, written once however often it is listed. Never changed: copied, then stored anew. */
record StoredObject(ObjectNode json, String text, long version) {
    static StoredObject of(ObjectNode json, long version) {
        return new StoredObject(json, Json.text(json), version);
    }

    String name() {
        return nameOf(json);
    }

    static String nameOf(JsonNode json) {
        return json.path("metadata").path("name").asText("");
    }

    static String namespaceOf(JsonNode json) {
        return json.path("metadata").path("namespace").asText("");
    }
}
