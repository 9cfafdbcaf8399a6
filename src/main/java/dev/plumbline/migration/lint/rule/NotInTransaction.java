package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** TX101: a statement that the server refuses inside a transaction ({@code PreventInTransactionBlock}), in a file that is run in one. What works CONCURRENTLY has its own code. */
public final class NotInTransaction implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.TX101;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.where().inTransaction() && isRefused(seen)
                ? List.of(new Found(
                        words(seen),
                        words(seen) + " cannot run inside a transaction: the server refuses it.",
                        "Put it in a file of its own that begins with \"-- atlas:txmode none\" and an empty line."))
                : List.of();
    }

    private static String words(Seen seen) {
        String text = seen.statement().text();
        return Stream.of(text.strip().split("\\s+"))
                .limit(2)
                .collect(Collectors.joining(" "))
                .toUpperCase(Locale.ROOT);
    }

    private static boolean isRefused(Seen seen) {
        Node tree = seen.tree();
        return switch (tree.type()) {
            case "VacuumStmt" -> tree.flag("is_vacuumcmd");
            case "CreatedbStmt", "DropdbStmt", "CreateTableSpaceStmt", "DropTableSpaceStmt", "AlterSystemStmt" -> true;
            case "ReindexStmt" ->
                List.of("REINDEX_OBJECT_SCHEMA", "REINDEX_OBJECT_SYSTEM", "REINDEX_OBJECT_DATABASE")
                        .contains(tree.text("kind"));
            case "ClusterStmt" -> !tree.plain("relation").exists();
            default -> false;
        };
    }
}
