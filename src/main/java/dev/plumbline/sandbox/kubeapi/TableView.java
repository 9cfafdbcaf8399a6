package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Objects as the {@code Table} that {@code kubectl get} prints. Its cells follow the kind's printer columns, the name first. */
final class TableView {
    private TableView() {}

    static ObjectNode of(ResourceKind kind, List<StoredObject> objects, String includeObject) {
        ObjectNode table = Json.object();
        table.put("kind", "Table").put("apiVersion", "meta.k8s.io/v1").putObject("metadata");
        ArrayNode definitions = table.putArray("columnDefinitions");
        if (!kind.isCore("events")) {
            define(definitions, "Name", "string", "name", 0);
        }
        for (PrinterColumn column : kind.columns()) {
            String type = column.type().equals("date") ? "string" : column.type();
            define(definitions, column.name(), type, "", column.priority());
        }
        ArrayNode rows = table.putArray("rows");
        for (StoredObject object : objects) {
            addRow(rows, kind, object.json(), includeObject);
        }
        return table;
    }

    private static void define(ArrayNode definitions, String name, String type, String format, int priority) {
        definitions
                .addObject()
                .put("name", name)
                .put("type", type)
                .put("format", format)
                .put("description", name)
                .put("priority", priority);
    }

    private static void addRow(ArrayNode rows, ResourceKind kind, JsonNode json, String includeObject) {
        ObjectNode row = rows.addObject();
        ArrayNode cells = row.putArray("cells");
        if (!kind.isCore("events")) {
            cells.add(StoredObject.nameOf(json));
        }
        for (PrinterColumn column : kind.columns()) {
            JsonNode cell = column.cell().apply(json);
            cells.add(text(cell));
        }
        if (includeObject.equals("Object")) {
            row.set("object", json);
        } else if (!includeObject.equals("None")) {
            ObjectNode metadata = row.putObject("object");
            metadata.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
            metadata.set("metadata", json.path("metadata"));
        }
    }

    private static String text(JsonNode cell) {
        if (cell.isMissingNode() || cell.isNull()) {
            return "";
        }
        return cell.isValueNode() ? cell.asText() : cell.toString();
    }
}
