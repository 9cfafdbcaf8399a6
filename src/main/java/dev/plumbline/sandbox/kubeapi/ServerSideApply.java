package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;

/**
 * Server-side apply: a manager's fields are set, those it applied before and left out now are removed, and a field that another manager
 * applied with another value is a conflict unless forced. Lists are one field. Only appliers own fields here, plain writers do not.
 */
record ServerSideApply(String manager, boolean force) {

    ObjectNode apply(ObjectNode current, ObjectNode wanted) {
        ObjectNode fields = fieldsOf(wanted);
        ArrayNode owners =
                current.withObject("/metadata").withArray("/managedFields").deepCopy();
        ObjectNode before = Json.object();
        for (Iterator<JsonNode> each = owners.iterator(); each.hasNext(); ) {
            JsonNode owner = each.next();
            if (owner.path("manager").asText().equals(manager)) {
                before = owner.path("fieldsV1") instanceof ObjectNode owned ? owned : before;
                each.remove();
            } else if (!force) {
                refuseConflicts(owner, current, wanted, owner.path("fieldsV1"), "");
            }
        }
        removeLeftOut(current, before, fields);
        Patches.merge(current, wanted);
        owners.add(entry(wanted, fields));
        current.withObject("/metadata").set("managedFields", owners);
        return current;
    }

    private static ObjectNode fieldsOf(ObjectNode wanted) {
        ObjectNode copy = wanted.deepCopy();
        copy.remove("apiVersion");
        copy.remove("kind");
        copy.withObject("/metadata").remove("name");
        copy.withObject("/metadata").remove("namespace");
        copy.withObject("/metadata").remove("managedFields");
        return fieldSet(copy);
    }

    private static ObjectNode fieldSet(ObjectNode object) {
        ObjectNode fields = Json.object();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            fields.set(
                    "f:" + field.getKey(),
                    field.getValue() instanceof ObjectNode inner ? fieldSet(inner) : Json.object());
        }
        return fields;
    }

    private static void removeLeftOut(JsonNode object, JsonNode before, JsonNode now) {
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            String name = field.getKey().substring(2);
            if (!now.has(field.getKey()) && object instanceof ObjectNode holder) {
                holder.remove(name);
            } else if (now.has(field.getKey())) {
                removeLeftOut(object.path(name), field.getValue(), now.path(field.getKey()));
            }
        }
    }

    private static void refuseConflicts(
            JsonNode owner, JsonNode current, JsonNode wanted, JsonNode owned, String path) {
        for (Map.Entry<String, JsonNode> field : owned.properties()) {
            String name = field.getKey().substring(2);
            JsonNode theirs = current.path(name);
            JsonNode ours = wanted.path(name);
            if (ours.isObject()) {
                refuseConflicts(owner, theirs, ours, field.getValue(), path + "." + name);
            } else if (!ours.isMissingNode() && !ours.equals(theirs)) {
                throw new ApiFailure(
                        409,
                        "Conflict",
                        "Apply failed with 1 conflict: conflict with \""
                                + owner.path("manager").asText() + "\": " + path + "." + name);
            }
        }
    }

    private ObjectNode entry(ObjectNode wanted, ObjectNode fields) {
        ObjectNode entry = Json.object();
        entry.put("manager", manager)
                .put("operation", "Apply")
                .put("apiVersion", wanted.path("apiVersion").asText())
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("fieldsType", "FieldsV1");
        entry.set("fieldsV1", fields);
        return entry;
    }
}
