package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Stores objects from YAML texts past all access rules, their status and times included. */
final class Manifests {
    private final ObjectStore store;
    private final KindRegistry kinds;

    Manifests(ObjectStore store, KindRegistry kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    void load(String yaml) {
        Json.documents(yaml).forEach(this::load);
    }

    private void load(ObjectNode object) {
        String name = StoredObject.nameOf(object);
        ResourceKind kind = kinds.of(
                        object.path("apiVersion").asText(), object.path("kind").asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        object.path("apiVersion") + " " + object.path("kind") + " is no kind that is served"));
        String namespace = kind.namespaced() ? namespaceOf(object) : "";
        ObjectNode given = object.deepCopy();
        ObjectNode complete = ObjectRules.complete(kind, namespace, object);
        keep(complete, given.get("status"), given.path("metadata"));
        if (kind.isCore("events")) {
            identify(complete.withObject("/involvedObject"));
        }
        Optional<StoredObject> present = store.find(kind, namespace, name);
        if (present.isPresent()) {
            store.update(kind, namespace, name, current -> over(current, complete));
        } else {
            store.create(kind, complete);
        }
        if (kind.group().equals(KindRegistry.EXTENSIONS)) {
            kinds.define(complete);
        }
    }

    /** An event names its object by uid too; a file cannot know that. */
    private void identify(ObjectNode involved) {
        kinds.of(involved.path("apiVersion").asText(), involved.path("kind").asText())
                .flatMap(kind -> store.find(
                        kind,
                        involved.path("namespace").asText(""),
                        involved.path("name").asText()))
                .ifPresent(object -> involved.set("uid", object.json().at("/metadata/uid")));
    }

    private static String namespaceOf(JsonNode object) {
        String namespace = StoredObject.namespaceOf(object);
        return namespace.isEmpty() ? "default" : namespace;
    }

    private static void keep(
            ObjectNode complete, @org.jspecify.annotations.Nullable JsonNode status, JsonNode metadata) {
        if (status != null) {
            complete.set("status", status);
        }
        for (String field : new String[] {"creationTimestamp", "generation", "uid"}) {
            if (metadata.has(field)) {
                complete.withObject("/metadata").set(field, metadata.get(field));
            }
        }
    }

    private static ObjectNode over(ObjectNode current, ObjectNode complete) {
        ObjectNode result = complete.deepCopy();
        for (String field : new String[] {"uid", "creationTimestamp"}) {
            result.withObject("/metadata").set(field, current.path("metadata").get(field));
        }
        return result;
    }
}
