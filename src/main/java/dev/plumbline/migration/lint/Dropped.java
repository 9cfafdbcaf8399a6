package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.stream.Stream;

/** The objects that a {@code DropStmt} names. */
public final class Dropped {
    private Dropped() {}

    /** Relations of this {@code ObjectType}, such as {@code OBJECT_TABLE}; empty for any other statement. */
    public static List<TableName> relations(Node tree, String objectType) {
        if (!tree.is("DropStmt") || !tree.text("removeType").equals(objectType)) {
            return List.of();
        }
        return tree.nodes("objects").stream().map(Dropped::name).toList();
    }

    private static TableName name(Node list) {
        List<String> parts = list.is("String") ? List.of(list.text("sval")) : list.texts("items");
        String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
        return new TableName(schema, parts.get(parts.size() - 1));
    }

    /** What a {@code DropStmt} names by a plain name, such as schemas. */
    public static Stream<String> names(Node tree, String objectType) {
        return relations(tree, objectType).stream().map(TableName::name);
    }
}
