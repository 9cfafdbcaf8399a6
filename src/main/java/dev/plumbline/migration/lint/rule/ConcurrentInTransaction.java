package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AlterTable;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Options;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.List;

/** PG103: what works CONCURRENTLY cannot run in a transaction (PostgreSQL manual, CREATE INDEX, DROP INDEX, REINDEX, DETACH PARTITION). */
public final class ConcurrentInTransaction implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG103;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.where().inTransaction() && isConcurrent(seen.tree())
                ? List.of(new Found(
                                "CONCURRENTLY",
                                "What works CONCURRENTLY cannot run inside a transaction: the server refuses it.",
                                "Put it in a file of its own that begins with \"-- atlas:txmode none\" and an empty line.")
                        .instead(Rewrites.alone(seen)))
                : List.of();
    }

    private static boolean isConcurrent(Node tree) {
        return switch (tree.type()) {
            case "IndexStmt", "DropStmt" -> tree.flag("concurrent");
            case "ReindexStmt" -> Options.isSet(tree.nodes("params"), "concurrently");
            case "AlterTableStmt" ->
                AlterTable.commands(tree, "AT_DetachPartition").stream()
                        .anyMatch(each -> each.node("def").flag("concurrent"));
            default -> false;
        };
    }
}
