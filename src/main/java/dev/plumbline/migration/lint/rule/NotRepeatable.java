package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;

/** PL501: outside of a transaction, a statement that fails when it is run again after a later one failed, for want of IF [NOT] EXISTS. */
public final class NotRepeatable implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL501;
    }

    @Override
    public List<Found> look(Seen seen) {
        if (seen.where().inTransaction()) {
            return List.of();
        }
        Node tree = seen.tree();
        List<String> fails = new ArrayList<>();
        switch (tree.type()) {
            case "CreateStmt" -> {
                boolean isTemporary =
                        tree.plain("relation").text("relpersistence").equals("t");
                add(fails, !tree.flag("if_not_exists") && !isTemporary, "CREATE TABLE has no IF NOT EXISTS");
            }
            case "IndexStmt" ->
                add(
                        fails,
                        !tree.flag("if_not_exists") && !tree.text("idxname").isEmpty(),
                        "CREATE INDEX has no IF NOT EXISTS");
            case "DropStmt" -> add(fails, !tree.flag("missing_ok"), "DROP has no IF EXISTS");
            case "RenameStmt" -> add(fails, true, "RENAME finds the old name no more");
            case "AlterTableStmt" -> tree.nodes("cmds").forEach(command -> add(fails, seen, command));
            default -> {}
        }
        return fails.stream()
                .map(why -> new Found(
                        seen.table().shown(),
                        why + ": when a later statement fails, this file cannot be run again.",
                        "Write it so that running it twice does no harm, or run the file in a transaction."))
                .toList();
    }

    private static void add(List<String> fails, boolean is, String why) {
        if (is) {
            fails.add(why);
        }
    }

    private static void add(List<String> fails, Seen seen, Node command) {
        boolean isOk = command.flag("missing_ok");
        switch (command.text("subtype")) {
            case "AT_AddColumn" -> add(fails, !isOk, "ADD COLUMN has no IF NOT EXISTS");
            case "AT_DropColumn" -> add(fails, !isOk, "DROP COLUMN has no IF EXISTS");
            case "AT_DropConstraint" -> add(fails, !isOk, "DROP CONSTRAINT has no IF EXISTS");
            case "AT_AddConstraint" ->
                add(
                        fails,
                        !seen.session()
                                .droppedIfThere()
                                .contains(seen.table().name() + "."
                                        + command.node("def").text("conname")),
                        "ADD CONSTRAINT fails where it is there, unless DROP CONSTRAINT IF EXISTS comes first");
            case "AT_DetachPartition" -> add(fails, true, "DETACH PARTITION finds it no more");
            default -> {}
        }
    }
}
