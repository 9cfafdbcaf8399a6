package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Answers delete, of one object or of all that match; a namespace and a definition take along what belongs to them. */
final class Deleting {
    private final ObjectStore store;
    private final KindRegistry kinds;

    Deleting(ObjectStore store, KindRegistry kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    Answer delete(Target target, ApiRequest request) {
        StoredObject present = store.read(target.kind(), target.namespace(), target.name());
        requirePreconditions(target.kind(), present.json(), request);
        if (!request.isDryRun()) {
            delete(target.kind(), present);
        }
        ObjectNode status = success();
        status.putObject("details")
                .put("name", target.name())
                .put("group", target.kind().group())
                .put("kind", target.kind().plural())
                .put("uid", present.json().at("/metadata/uid").asText());
        return Answer.json(200, status);
    }

    private static void requirePreconditions(ResourceKind kind, JsonNode present, ApiRequest request) {
        JsonNode wanted = request.body().isBlank()
                ? MissingNode.getInstance()
                : request.json().path("preconditions");
        for (String field : List.of("uid", "resourceVersion")) {
            String expected = wanted.path(field).asText("");
            if (!expected.isEmpty()
                    && !expected.equals(present.path("metadata").path(field).asText())) {
                throw ApiFailure.conflict(kind, StoredObject.nameOf(present));
            }
        }
    }

    Answer deleteAll(Target target, ApiRequest request) {
        if (!request.isDryRun()) {
            all(target.kind(), target.namespace(), request).objects().forEach(object -> delete(target.kind(), object));
        }
        return Answer.json(200, success());
    }

    private ObjectStore.Page all(ResourceKind kind, String namespace, ApiRequest request) {
        return store.list(kind, namespace, Selector.of(kind, request.query()), Optional.empty(), 0);
    }

    private void delete(ResourceKind kind, StoredObject object) {
        String namespace = StoredObject.namespaceOf(object.json());
        if (!object.json().at("/metadata/finalizers").isEmpty()) {
            store.update(kind, namespace, object.name(), current -> {
                current.withObject("/metadata").put("deletionTimestamp", ObjectRules.now());
                return current;
            });
            return;
        }
        store.delete(kind, namespace, object.name());
        if (kind.isCore("namespaces")) {
            kinds.all().stream().filter(ResourceKind::namespaced).forEach(inside -> empty(inside, object.name()));
        }
        if (kind.group().equals(KindRegistry.EXTENSIONS)) {
            kinds.of(object.name()).ifPresent(gone -> empty(gone, ""));
            kinds.forget(object.json());
        }
    }

    private void empty(ResourceKind kind, String namespace) {
        store.list(kind, namespace, json -> true, Optional.empty(), 0)
                .objects()
                .forEach(object -> store.delete(kind, StoredObject.namespaceOf(object.json()), object.name()));
    }

    private static ObjectNode success() {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return status.put("status", "Success");
    }
}
