package dev.plumbline.operation.migration;

import dev.plumbline.migration.lint.AlterTable;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Statements that change nothing but relations which they lock (PostgreSQL manual, 13.3.1): what such a one changed is found by reading those again. Renaming is none, since the words of
 * views, constraints and functions of others change with it; neither is CASCADE, nor a column's type or what it is generated from, which makes indexes with their comments anew, nor what
 * runs a query, whose functions may do anything.
 */
final class TouchesRelations {
    /** Altering an index locks the index alone, which is told with its table. */
    private static final Set<String> ALTERED =
            Set.of("OBJECT_TABLE", "OBJECT_FOREIGN_TABLE", "OBJECT_SEQUENCE", "OBJECT_VIEW", "OBJECT_MATVIEW");

    private static final Set<String> DROPPED = Set.of(
            "OBJECT_TABLE",
            "OBJECT_FOREIGN_TABLE",
            "OBJECT_INDEX",
            "OBJECT_SEQUENCE",
            "OBJECT_VIEW",
            "OBJECT_MATVIEW",
            "OBJECT_TRIGGER",
            "OBJECT_POLICY",
            "OBJECT_RULE",
            "OBJECT_STATISTIC_EXT");

    private static final String BEHAVIOR = "behavior";
    private static final String CASCADE = "DROP_CASCADE";

    private TouchesRelations() {}

    /** A text that cannot be parsed may do anything. */
    static boolean alone(PostgresParser.Parsing parsing) {
        return parsing instanceof PostgresParser.Parsing.Parsed parsed
                && parsed.statements().stream().allMatch(TouchesRelations::alone);
    }

    /** The names of relations, without their schemas, that such statements speak of; none where one drops, which names the thing that went and not the table that it belonged to. */
    static Optional<Set<String>> named(PostgresParser.Parsing parsing) {
        if (!(parsing instanceof PostgresParser.Parsing.Parsed parsed)
                || parsed.statements().stream().anyMatch(tree -> tree.is("DropStmt"))) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        parsed.statements().forEach(tree -> names.addAll(tree.everyText("relname")));
        return Optional.of(names);
    }

    /** Whether it gives a relation other columns: the server writes the text of others' queries by those of what they name. */
    static boolean columns(PostgresParser.Parsing parsing) {
        return parsing instanceof PostgresParser.Parsing.Parsed parsed
                && parsed.statements().stream()
                        .anyMatch(tree -> tree.is("ViewStmt")
                                || !AlterTable.commands(tree, "AT_AddColumn").isEmpty()
                                || !AlterTable.commands(tree, "AT_DropColumn").isEmpty());
    }

    private static boolean alone(Node tree) {
        return switch (tree.type()) {
            case "AlterTableStmt" ->
                ALTERED.contains(tree.text("objtype"))
                        && AlterTable.commands(tree, "AT_AlterColumnType").isEmpty()
                        && AlterTable.commands(tree, "AT_SetExpression").isEmpty()
                        && tree.nodes("cmds").stream()
                                .noneMatch(command -> command.text(BEHAVIOR).equals(CASCADE));
            case "CreateStmt" ->
                tree.all("TableLikeClause").isEmpty()
                        && !tree.plain("ofTypename").exists();
            case "DropStmt" ->
                DROPPED.contains(tree.text("removeType"))
                        && !tree.text(BEHAVIOR).equals(CASCADE);
            case "CreateTableAsStmt" -> tree.plain("into").flag("skipData");
            case "IndexStmt",
                    "ViewStmt",
                    "CreateSeqStmt",
                    "AlterSeqStmt",
                    "CreatePolicyStmt",
                    "AlterPolicyStmt",
                    "CreateTrigStmt",
                    "CreateStatsStmt",
                    "RuleStmt" -> true;
            default -> false;
        };
    }
}
