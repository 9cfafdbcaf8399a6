package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;

/** What the statements of a migration made so far, as far as their text tells: a table that this file made has no rows and nobody waits for it. */
public final class SchemaSoFar {
    private final List<TableName> created;

    private SchemaSoFar(List<TableName> created) {
        this.created = List.copyOf(created);
    }

    public static SchemaSoFar nothing() {
        return new SchemaSoFar(List.of());
    }

    /** Whether an earlier statement of the same file made the table. */
    public boolean isNew(TableName table) {
        return created.stream().anyMatch(table::canBe);
    }

    /** After one more statement. */
    public SchemaSoFar with(Node tree) {
        TableName made = switch (tree.type()) {
            case "CreateStmt" -> TableName.of(tree.plain("relation"));
            case "CreateTableAsStmt" -> TableName.of(tree.plain("into").plain("rel"));
            default -> null;
        };
        if (made == null) {
            return this;
        }
        List<TableName> more = new ArrayList<>(created);
        more.add(made);
        return new SchemaSoFar(more);
    }
}
