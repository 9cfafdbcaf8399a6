package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** A column of {@code kubectl get}. Priority 0 is always shown, higher ones with {@code -o wide}. */
record PrinterColumn(String name, String type, int priority, Function<JsonNode, JsonNode> cell) {

    static PrinterColumn at(String name, String type, String path) {
        FieldPath field = FieldPath.parse(path);
        return new PrinterColumn(name, type, 0, type.equals("date") ? json -> Age.of(field.read(json)) : field::read);
    }

    PrinterColumn wide() {
        return new PrinterColumn(name, type, 1, cell);
    }
}
