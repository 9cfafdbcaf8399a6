package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code fieldValidation=Strict} for kinds of a definition: a field that its schema does not have is an error, unless the schema preserves unknown
 * fields there. Schemas of built-in kinds are not held here, so their fields are not looked at; without Strict nothing is pruned.
 */
final class StrictFields {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");
    private final KindRegistry kinds;

    StrictFields(KindRegistry kinds) {
        this.kinds = kinds;
    }

    /** @throws ApiFailure 400, as for an object that cannot be decoded */
    void checkCreated(ResourceKind kind, ApiRequest request, JsonNode object) {
        List<String> unknown = unknown(kind, request, object);
        if (!unknown.isEmpty()) {
            throw ApiFailure.badRequest(kind.kind() + " in version \"" + kind.version() + "\" cannot be handled as a "
                    + kind.kind() + ": " + decoding(unknown));
        }
    }

    /** @throws ApiFailure 422, as for a patch that leaves something which cannot be decoded */
    void checkPatched(ResourceKind kind, ApiRequest request, JsonNode object) {
        List<String> unknown = unknown(kind, request, object);
        if (!unknown.isEmpty()) {
            throw new ApiFailure(
                    422,
                    "Invalid",
                    " \"\" is invalid: patch: Invalid value: " + request.body() + ": " + decoding(unknown));
        }
    }

    private static String decoding(List<String> unknown) {
        return "strict decoding error: "
                + unknown.stream()
                        .map(field -> "unknown field \"" + field + "\"")
                        .collect(Collectors.joining(", "));
    }

    private List<String> unknown(ResourceKind kind, ApiRequest request, JsonNode object) {
        List<String> unknown = new ArrayList<>();
        JsonNode schema = kinds.schema(kind);
        if (request.parameter("fieldValidation").equals("Strict") && !schema.isMissingNode()) {
            collect(schema, object, "", unknown);
        }
        return unknown;
    }

    private static void collect(JsonNode schema, JsonNode value, String path, List<String> unknown) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(schema.path("items"), value.get(i), path + "[" + i + "]", unknown);
            }
        }
        boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(false)
                || schema.has("additionalProperties");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = field.getKey();
            JsonNode known = schema.path("properties").path(name);
            String at = path.isEmpty() ? name : path + "." + name;
            if (path.isEmpty() && OF_EVERY_OBJECT.contains(name)) {
                continue;
            }
            if (!known.isMissingNode()) {
                collect(known, field.getValue(), at, unknown);
            } else if (!open) {
                unknown.add(at);
            }
        }
    }
}
