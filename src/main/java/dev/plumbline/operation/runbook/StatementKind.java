package dev.plumbline.operation.runbook;

import dev.plumbline.migration.lint.AlterTable;
import dev.plumbline.migration.lint.Options;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import java.util.List;

/** What the grammar tells of a statement before it is sent: whether it takes something away, and whether it may stand in a transaction. */
final class StatementKind {
    private StatementKind() {}

    /** Whether it takes away what does not come back by itself. What cannot be parsed is taken to. */
    static boolean isDestructive(PostgresParser.Parsing parsing) {
        return !(parsing instanceof PostgresParser.Parsing.Parsed parsed)
                || parsed.statements().stream().anyMatch(StatementKind::isDestructive);
    }

    private static boolean isDestructive(Node tree) {
        return switch (tree.type()) {
            case "DropStmt", "TruncateStmt", "DropdbStmt", "DropRoleStmt", "DropOwnedStmt", "DropTableSpaceStmt" ->
                true;
            case "DeleteStmt", "UpdateStmt" -> !tree.node("whereClause").exists();
            case "AlterTableStmt" ->
                !AlterTable.commands(tree, "AT_DropColumn").isEmpty()
                        || !AlterTable.commands(tree, "AT_DropConstraint").isEmpty();
            default -> false;
        };
    }

    /** Whether the server refuses it inside a transaction ({@code PreventInTransactionBlock}). */
    static boolean isAlone(PostgresParser.Parsing parsing) {
        return parsing instanceof PostgresParser.Parsing.Parsed parsed
                && parsed.statements().stream().anyMatch(StatementKind::isAlone);
    }

    private static boolean isAlone(Node tree) {
        return switch (tree.type()) {
            case "IndexStmt", "DropStmt" -> tree.flag("concurrent");
            case "ReindexStmt" ->
                Options.isSet(tree.nodes("params"), "concurrently")
                        || List.of("REINDEX_OBJECT_SCHEMA", "REINDEX_OBJECT_SYSTEM", "REINDEX_OBJECT_DATABASE")
                                .contains(tree.text("kind"));
            case "AlterTableStmt" ->
                AlterTable.commands(tree, "AT_DetachPartition").stream()
                        .anyMatch(each -> each.node("def").flag("concurrent"));
            case "VacuumStmt" -> tree.flag("is_vacuumcmd");
            case "CreatedbStmt", "DropdbStmt", "CreateTableSpaceStmt", "DropTableSpaceStmt", "AlterSystemStmt" -> true;
            case "ClusterStmt" -> !tree.plain("relation").exists();
            default -> false;
        };
    }

    /** Whether it answers with rows, as what only reads does but for setting something. What cannot be parsed is taken to. */
    static boolean givesRows(PostgresParser.Parsing parsing) {
        return !(parsing instanceof PostgresParser.Parsing.Parsed parsed)
                || parsed.statements().stream()
                        .anyMatch(tree -> List.of(
                                        "SelectStmt", "ExplainStmt", "VariableShowStmt", "FetchStmt", "ExecuteStmt")
                                .contains(tree.type()));
    }

    /** Whether it opens or ends a transaction: the run does that. */
    static boolean isTransactionControl(PostgresParser.Parsing parsing) {
        return parsing instanceof PostgresParser.Parsing.Parsed parsed
                && parsed.statements().stream().anyMatch(tree -> tree.is("TransactionStmt"));
    }
}
