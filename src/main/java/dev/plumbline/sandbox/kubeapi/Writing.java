package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Answers create, update and patch. */
final class Writing {
    private final ObjectStore store;
    private final KindRegistry kinds;
    private final StrictFields fields;

    Writing(ObjectStore store, KindRegistry kinds) {
        this.store = store;
        this.kinds = kinds;
        this.fields = new StrictFields(kinds);
    }

    Answer create(Target target, ApiRequest request) {
        ObjectNode object = request.object();
        fields.checkCreated(target.kind(), request, object);
        return create(target, object, request.isDryRun());
    }

    private Answer create(Target target, ObjectNode object, boolean dry) {
        ResourceKind kind = target.kind();
        requireNamespace(kind, target.namespace());
        ObjectNode complete = ObjectRules.complete(kind, target.namespace(), object);
        if (dry) {
            String name = StoredObject.nameOf(complete);
            if (store.find(kind, StoredObject.namespaceOf(complete), name).isPresent()) {
                throw ApiFailure.exists(kind, name);
            }
            return Answer.json(201, complete);
        }
        StoredObject created = store.create(kind, complete);
        if (kind.group().equals(KindRegistry.EXTENSIONS)) {
            kinds.define(created.json());
        }
        return Answer.text(201, created.text());
    }

    private void requireNamespace(ResourceKind kind, String namespace) {
        if (kind.namespaced() && !namespace.isEmpty()) {
            store.read(kinds.of("namespaces").orElseThrow(), "", namespace);
        }
    }

    Answer update(Target target, ApiRequest request) {
        ObjectNode next = request.object();
        fields.checkCreated(target.kind(), request, next);
        if (!StoredObject.nameOf(next).equals(target.name())) {
            throw ApiFailure.badRequest("the name of the object (" + StoredObject.nameOf(next)
                    + ") does not match the name on the URL (" + target.name() + ")");
        }
        return write(target, request, current -> next);
    }

    Answer patch(Target target, ApiRequest request) {
        Optional<StoredObject> present = store.find(target.kind(), target.namespace(), target.name());
        if (!request.contentType().startsWith("application/apply-patch+yaml")) {
            return write(target, request, current -> {
                JsonNode next = patched(target.kind(), request, current);
                fields.checkPatched(target.kind(), request, next);
                return next;
            });
        }
        ObjectNode wanted = request.object();
        ServerSideApply apply = new ServerSideApply(
                request.query().getOrDefault("fieldManager", "unknown"),
                request.parameter("force").equals("true"));
        if (present.isEmpty()) {
            ObjectNode fresh = Json.object();
            fresh.putObject("metadata").put("name", target.name());
            return create(target, apply.apply(fresh, wanted), request.isDryRun());
        }
        return write(target, request, current -> apply.apply(current, wanted));
    }

    private static JsonNode patched(ResourceKind kind, ApiRequest request, ObjectNode current) {
        String type = request.contentType().replaceFirst(";.*", "");
        if (type.equals("application/json-patch+json")) {
            return Patches.json(current, request.json());
        }
        if (type.equals("application/merge-patch+json")) {
            return Patches.merge(current, request.json());
        }
        if (type.equals("application/strategic-merge-patch+json") && !kind.isCustom()) {
            return Patches.strategic(current, request.json());
        }
        throw new ApiFailure(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: "
                        + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
    }

    private interface Change {
        JsonNode of(ObjectNode copyOfCurrent);
    }

    private Answer write(Target target, ApiRequest request, Change change) {
        ResourceKind kind = target.kind();
        if (request.isDryRun()) {
            ObjectNode current =
                    store.read(kind, target.namespace(), target.name()).json();
            return Answer.json(200, result(target, current, change));
        }
        StoredObject written =
                store.update(kind, target.namespace(), target.name(), current -> result(target, current, change));
        JsonNode metadata = written.json().path("metadata");
        if (metadata.has("deletionTimestamp") && metadata.path("finalizers").isEmpty()) {
            store.delete(kind, target.namespace(), target.name());
        }
        if (kind.group().equals(KindRegistry.EXTENSIONS)) {
            kinds.define(written.json());
        }
        return Answer.text(200, written.text());
    }

    private static ObjectNode result(Target target, ObjectNode current, Change change) {
        if (change.of(current.deepCopy()) instanceof ObjectNode next) {
            return ObjectRules.replace(target.kind(), current, next, target.subresource());
        }
        throw ApiFailure.badRequest("the patch does not leave an object");
    }
}
