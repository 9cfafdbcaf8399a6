package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kube.ServedKind;

/** Objects as they may be shown: without {@code managedFields}, and with nothing of a Secret's values. */
final class ObjectVeil {
    static final String HIDDEN = "***";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private ObjectVeil() {}

    static JsonNode of(ServedKind kind, JsonNode object) {
        JsonNode shown = object.deepCopy();
        if (shown.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        if (kind.isSecret() && shown instanceof ObjectNode secret) {
            hideValues(secret);
        }
        return shown;
    }

    /** Replaces in place the values of a Secret, or of a patch of one. */
    static void hideValues(ObjectNode secret) {
        hide(secret.path("data"));
        hide(secret.path("stringData"));
        if (secret.at("/metadata/annotations") instanceof ObjectNode annotations && annotations.has(LAST_APPLIED)) {
            annotations.put(LAST_APPLIED, HIDDEN);
        }
    }

    private static void hide(JsonNode values) {
        if (values instanceof ObjectNode fields) {
            fields.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .map(java.util.Map.Entry::getKey)
                    .toList()
                    .forEach(key -> fields.put(key, HIDDEN));
        }
    }

    /** Whether the path, as {@link ObjectDiff} writes it, leads to a value of a Secret. */
    static boolean hides(ServedKind kind, String path) {
        return kind.isSecret()
                && (path.startsWith(".data[")
                        || path.startsWith(".stringData[")
                        || path.contains("[\"" + LAST_APPLIED + "\"]"));
    }
}
