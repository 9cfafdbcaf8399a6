package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.List;

/** The commands of an {@code ALTER TABLE}. */
public final class AlterTable {
    private AlterTable() {}

    /** The {@code AlterTableCmd}s of this subtype, such as {@code AT_DropColumn}; empty for any other statement. */
    public static List<Node> commands(Node tree, String subtype) {
        if (!tree.is("AlterTableStmt")) {
            return List.of();
        }
        return tree.nodes("cmds").stream()
                .filter(command -> command.text("subtype").equals(subtype))
                .toList();
    }

    public static TableName table(Node tree) {
        return TableName.of(tree.plain("relation"));
    }
}
