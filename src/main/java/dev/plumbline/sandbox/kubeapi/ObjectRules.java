package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the server itself sees to when an object is written: system fields, generation, status apart from spec, Secrets' encoding, rules. */
final class ObjectRules {
    private static final List<String> SYSTEM_FIELDS = List.of(
            "uid", "creationTimestamp", "namespace", "name", "generation", "deletionTimestamp", "resourceVersion");

    private ObjectRules() {}

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Completes a new object in place; what it says of its status is dropped where status is a subresource. */
    static ObjectNode complete(ResourceKind kind, String namespace, ObjectNode object) {
        ObjectNode metadata = object.withObject("/metadata");
        if (StoredObject.nameOf(object).isEmpty()) {
            metadata.put("name", generated(kind, metadata));
        }
        if (kind.namespaced()) {
            requireNamespace(namespace, StoredObject.namespaceOf(object));
            metadata.put("namespace", namespace);
        } else {
            metadata.remove("namespace");
        }
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        metadata.put("uid", UUID.randomUUID().toString())
                .put("creationTimestamp", now())
                .put("generation", 1);
        metadata.remove("resourceVersion");
        if (kind.statusSubresource()) {
            object.remove("status");
        }
        normalize(kind, object);
        check(kind, MissingNode.getInstance(), object);
        return object;
    }

    private static String generated(ResourceKind kind, JsonNode metadata) {
        String prefix = metadata.path("generateName").asText("");
        if (prefix.isEmpty()) {
            throw ApiFailure.invalid(kind, "", "metadata.name: Required value: name or generateName is required");
        }
        return prefix + UUID.randomUUID().toString().substring(0, 5);
    }

    private static void requireNamespace(String path, String written) {
        if (path.isEmpty()) {
            throw ApiFailure.badRequest("an empty namespace may not be set during creation");
        }
        if (!written.isEmpty() && !written.equals(path)) {
            throw ApiFailure.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
    }

    /** The object that results when {@code next} is written over {@code current}. */
    static ObjectNode replace(ResourceKind kind, ObjectNode current, ObjectNode next, String subresource) {
        refuseStale(kind, current, next);
        if (subresource.equals("status")) {
            ObjectNode result = current.deepCopy();
            setOrRemove(result, "status", next.get("status"));
            return result;
        }
        ObjectNode result = next.deepCopy();
        result.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        for (String field : SYSTEM_FIELDS) {
            setOrRemove(
                    result.withObject("/metadata"),
                    field,
                    current.path("metadata").get(field));
        }
        if (kind.statusSubresource()) {
            setOrRemove(result, "status", current.get("status"));
        }
        normalize(kind, result);
        check(kind, current, result);
        if (!withoutMetadata(result).equals(withoutMetadata(current))) {
            result.withObject("/metadata")
                    .put("generation", current.at("/metadata/generation").asInt(1) + 1);
        }
        return result;
    }

    private static void refuseStale(ResourceKind kind, JsonNode current, JsonNode next) {
        String expected = next.at("/metadata/resourceVersion").asText("");
        if (!expected.isEmpty()
                && !expected.equals(current.at("/metadata/resourceVersion").asText())) {
            throw ApiFailure.conflict(kind, StoredObject.nameOf(current));
        }
        String uid = next.at("/metadata/uid").asText("");
        String present = current.at("/metadata/uid").asText();
        if (!uid.isEmpty() && !uid.equals(present)) {
            throw ApiFailure.otherUid(kind, StoredObject.nameOf(current), uid, present);
        }
    }

    private static void setOrRemove(
            ObjectNode object, String field, @org.jspecify.annotations.Nullable JsonNode value) {
        if (value == null) {
            object.remove(field);
        } else {
            object.set(field, value);
        }
    }

    private static ObjectNode withoutMetadata(ObjectNode object) {
        return object.deepCopy().without(List.of("metadata", "status"));
    }

    private static void normalize(ResourceKind kind, ObjectNode object) {
        if (kind.isCore("secrets")) {
            if (object.remove("stringData") instanceof ObjectNode texts) {
                ObjectNode encoded = object.withObject("/data");
                for (Map.Entry<String, JsonNode> text : texts.properties()) {
                    byte[] bytes = text.getValue().asText().getBytes(StandardCharsets.UTF_8);
                    encoded.put(text.getKey(), Base64.getEncoder().encodeToString(bytes));
                }
            }
            if (!object.has("type")) {
                object.put("type", "Opaque");
            }
        }
        if (kind.group().equals(KindRegistry.EXTENSIONS)) {
            establish(object);
        }
        if (kind.isCore("namespaces")) {
            object.withObject("/status").put("phase", "Active");
            object.withObject("/metadata")
                    .withObject("/labels")
                    .put("kubernetes.io/metadata.name", StoredObject.nameOf(object));
        }
    }

    private static void establish(ObjectNode definition) {
        ObjectNode status = definition.withObject("/status");
        status.set("acceptedNames", definition.at("/spec/names"));
        for (String condition : List.of("NamesAccepted", "Established")) {
            if (status.withArray("/conditions").findValuesAsText("type").contains(condition)) {
                continue;
            }
            status.withArray("/conditions")
                    .addObject()
                    .put("type", condition)
                    .put("status", "True")
                    .put("reason", "Accepted")
                    .put("lastTransitionTime", now());
        }
    }

    private static void check(ResourceKind kind, JsonNode before, JsonNode after) {
        for (FieldRule rule : kind.rules()) {
            Optional<String> broken = rule.broken(before.path("spec"), after.path("spec"));
            if (broken.isPresent()) {
                throw ApiFailure.invalid(kind, StoredObject.nameOf(after), broken.get());
            }
        }
    }
}
