package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.util.Map;

/** The patches that need nothing but the object and the patch. */
final class Patches {
    private Patches() {}

    /** RFC 6902. */
    static JsonNode json(JsonNode object, JsonNode patch) {
        try {
            return JsonPatch.apply(patch, object);
        } catch (JsonPatchException failure) {
            throw new ApiFailure(
                    422,
                    "Invalid",
                    "the server rejected our request due to an error in our request: " + failure.getMessage());
        }
    }

    /** RFC 7396; the target is changed and given back. */
    static JsonNode merge(JsonNode target, JsonNode patch) {
        return merge(target, patch, false);
    }

    /** As {@link #merge}, but lists whose items all have a name are merged by it, and {@code $patch: delete} removes an item. */
    static JsonNode strategic(JsonNode target, JsonNode patch) {
        return merge(target, patch, true);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch, boolean byName) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : Json.object();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            String field = change.getKey();
            JsonNode value = change.getValue();
            if (byName && field.startsWith("$")) {
                continue;
            }
            if (value.isNull()) {
                merged.remove(field);
            } else if (byName
                    && value instanceof ArrayNode items
                    && merged.get(field) instanceof ArrayNode before
                    && isNamed(items)
                    && isNamed(before)) {
                merged.set(field, mergeItems(before, items));
            } else {
                merged.set(field, merge(merged.path(field), value, byName));
            }
        }
        return merged;
    }

    private static boolean isNamed(ArrayNode items) {
        for (JsonNode item : items) {
            if (!item.has("name")) {
                return false;
            }
        }
        return true;
    }

    private static ArrayNode mergeItems(ArrayNode before, ArrayNode changes) {
        ArrayNode merged = before.deepCopy();
        for (JsonNode change : changes) {
            int at = indexOf(merged, change.path("name"));
            boolean delete = change.path("$patch").asText().equals("delete");
            if (at < 0 && !delete) {
                merged.add(change);
            } else if (at >= 0 && delete) {
                merged.remove(at);
            } else if (at >= 0) {
                merged.set(at, merge(merged.get(at), change, true));
            }
        }
        return merged;
    }

    private static int indexOf(ArrayNode items, JsonNode name) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).path("name").equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
