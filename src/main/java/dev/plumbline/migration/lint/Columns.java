package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.stream.Stream;

/** The columns that a statement gives a type. */
public final class Columns {
    private Columns() {}

    /** The {@code ColumnDef}s that a CREATE TABLE or an ADD COLUMN makes. */
    public static List<Node> added(Seen seen) {
        return switch (seen.tree().type()) {
            case "CreateStmt" ->
                seen.tree().nodes("tableElts").stream()
                        .filter(each -> each.is("ColumnDef"))
                        .toList();
            case "AlterTableStmt" -> definitions(seen, "AT_AddColumn").toList();
            default -> List.of();
        };
    }

    /** Those, and the ones that an ALTER COLUMN TYPE gives another type; the latter without a name. */
    public static List<Node> typed(Seen seen) {
        return Stream.concat(added(seen).stream(), definitions(seen, "AT_AlterColumnType"))
                .toList();
    }

    private static Stream<Node> definitions(Seen seen, String subtype) {
        return AlterTable.commands(seen.tree(), subtype).stream().map(command -> command.node("def"));
    }
}
