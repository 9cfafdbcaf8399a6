package dev.plumbline.operation.migration;

import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.Set;

/**
 * Statements that lock nothing but what they name and what they make for it, where nothing inherits from what they name and no event trigger runs. None runs a query or evaluates an expression,
 * whose functions may lock anything (PostgreSQL manual, 13.3.1, and the notes of each command).
 */
final class KeepsToItself {
    private static final Set<String> SETTINGS = Set.of(
            "AT_ColumnDefault",
            "AT_DropNotNull",
            "AT_SetStatistics",
            "AT_SetRelOptions",
            "AT_ResetRelOptions",
            "AT_EnableRowSecurity",
            "AT_DisableRowSecurity",
            "AT_ForceRowSecurity",
            "AT_NoForceRowSecurity");

    /** Of a new table, which has no rows that they would be evaluated for. */
    private static final Set<String> OWN_CONSTRAINTS = Set.of(
            "CONSTR_NULL",
            "CONSTR_NOTNULL",
            "CONSTR_DEFAULT",
            "CONSTR_IDENTITY",
            "CONSTR_GENERATED",
            "CONSTR_CHECK",
            "CONSTR_PRIMARY",
            "CONSTR_UNIQUE");

    /** Rows and indexes are written anew (PostgreSQL manual, 8.1.4). */
    private static final Set<String> SERIAL =
            Set.of("smallserial", "serial", "bigserial", "serial2", "serial4", "serial8");

    private KeepsToItself() {}

    static boolean is(Node tree) {
        return switch (tree.type()) {
            case "AlterTableStmt" ->
                tree.text("objtype").equals("OBJECT_TABLE")
                        && tree.nodes("cmds").stream().allMatch(KeepsToItself::command);
            case "CreateStmt" -> table(tree);
            case "IndexStmt" ->
                !tree.flag("concurrent")
                        && !tree.node("whereClause").exists()
                        && tree.nodes("indexParams").stream()
                                .noneMatch(part -> part.node("expr").exists());
            default -> false;
        };
    }

    private static boolean command(Node command) {
        return switch (command.text("subtype")) {
            case "AT_AddColumn" ->
                command.node("def").nodes("constraints").isEmpty()
                        && !SERIAL.contains(lastName(command.node("def").plain("typeName")));
            case "AT_AddConstraint" ->
                command.node("def").text("contype").equals("CONSTR_CHECK")
                        && command.node("def").flag("skip_validation");
            default -> SETTINGS.contains(command.text("subtype"));
        };
    }

    private static String lastName(Node type) {
        List<String> names = type.texts("names");
        return names.isEmpty() ? "" : names.get(names.size() - 1);
    }

    private static boolean table(Node tree) {
        return !tree.plain("relation").text("relpersistence").equals("t")
                && tree.nodes("inhRelations").isEmpty()
                && !tree.plain("partspec").exists()
                && !tree.plain("partbound").exists()
                && !tree.plain("ofTypename").exists()
                && tree.all("TableLikeClause").isEmpty()
                && tree.all("Constraint").stream()
                        .allMatch(constraint -> OWN_CONSTRAINTS.contains(constraint.text("contype")));
    }
}
