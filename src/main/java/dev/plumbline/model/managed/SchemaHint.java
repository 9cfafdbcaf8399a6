package dev.plumbline.model.managed;

import java.util.List;

/** One of a DatabaseMigration's {@code schemaHints}; {@code operation} and {@code indexType} are the words as written. */
public record SchemaHint(String table, String operation, List<Column> columns, String indexType) {
    public static final String ADD_COLUMN = "addColumn";
    public static final String CREATE_TABLE = "createTable";
    public static final String CREATE_INDEX = "createIndex";
    public static final String ALTER_COLUMN = "alterColumn";
    public static final String UNIQUE = "unique";

    public SchemaHint {
        columns = List.copyOf(columns);
    }

    public record Column(String name, boolean notNullable, boolean hasServerDefault) {}

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
