package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.List;

/** An index as far as the text of the migrations tells; an expression among {@code columns} is an empty text. */
public record Index(String name, TableName table, boolean isUnique, boolean isPartial, List<String> columns) {
    public Index {
        columns = List.copyOf(columns);
    }

    /** Of an {@code IndexStmt}. */
    static Index of(Node node) {
        TableName table = TableName.of(node.plain("relation"));
        List<String> columns = node.nodes("indexParams").stream()
                .map(each -> each.text("name"))
                .toList();
        String given = table.name() + "_" + String.join("_", columns) + "_idx";
        return new Index(
                node.text("idxname").isEmpty() ? given : node.text("idxname"),
                table,
                node.flag("unique"),
                node.node("whereClause").exists(),
                columns);
    }
}
