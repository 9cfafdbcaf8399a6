package dev.plumbline.access.graph;

import dev.plumbline.model.DatabaseObject;
import java.util.List;

/** Objects of one type in one schema, drawn as one: {@code schema} is empty where the type has none. */
public record GraphTarget(TargetType type, String schema, List<DatabaseObject> objects) {
    public GraphTarget {
        objects = List.copyOf(objects);
    }

    /** The same in every reading: {@code target:tables:ledger}. */
    public String id() {
        String end =
                type.isSingle() && type != TargetType.SCHEMA ? objects.get(0).name() : schema;
        return "target:" + type.words() + ":" + end;
    }

    /** The name as stored: {@code ledger.tables[31]}, {@code schema ledger}, {@code database billing}. */
    public String name() {
        if (type.isSingle()) {
            return type.words() + " " + objects.get(0).name();
        }
        String counted = type.words() + "[" + objects.size() + "]";
        return schema.isEmpty() ? counted : schema + "." + counted;
    }
}
