package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;

/** A table, view, index or sequence as a statement names it; {@code schema} is empty where the statement leaves it to the search path. */
public record TableName(String schema, String name) {
    /** Of a {@code RangeVar}. */
    public static TableName of(Node rangeVar) {
        return new TableName(rangeVar.text("schemaname"), rangeVar.text("relname"));
    }

    /** Whether both can mean the same: a name without a schema may be any. */
    public boolean canBe(TableName other) {
        return name.equals(other.name) && (schema.isEmpty() || other.schema.isEmpty() || schema.equals(other.schema));
    }

    public String shown() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
