package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.List;

/**
 * A constraint as far as the text of the migrations tells. {@code name} is the one the server gives where the statement has none; {@code proves} is the column that it keeps from being
 * null, empty when it is none of that kind.
 */
public record Constraint(String name, String kind, List<String> columns, boolean validated, String proves) {
    public Constraint {
        columns = List.copyOf(columns);
    }

    /** Of a {@code Constraint} node; {@code column} is the one it stands with, empty for one of the table. */
    static Constraint of(Node node, TableName table, String column) {
        List<String> columns = column.isEmpty() ? columns(node) : List.of(column);
        return new Constraint(
                node.text("conname").isEmpty() ? given(node, table, columns) : node.text("conname"),
                node.text("contype"),
                columns,
                !node.flag("skip_validation"),
                proves(node, columns));
    }

    /** The columns that a constraint of a table names. */
    public static List<String> columns(Node node) {
        List<String> keys = node.texts("keys");
        return keys.isEmpty() ? node.texts("fk_attrs") : keys;
    }

    /** As ChooseConstraintName and ChooseIndexName of the server name it, while nothing else has the name. */
    private static String given(Node node, TableName table, List<String> columns) {
        String middle = columns.isEmpty() ? "" : "_" + String.join("_", columns);
        return switch (node.text("contype")) {
            case "CONSTR_PRIMARY" -> table.name() + "_pkey";
            case "CONSTR_UNIQUE" -> table.name() + middle + "_key";
            case "CONSTR_FOREIGN" -> table.name() + middle + "_fkey";
            case "CONSTR_EXCLUSION" -> table.name() + middle + "_excl";
            case "CONSTR_NOTNULL" -> table.name() + middle + "_not_null";
            default -> table.name() + middle + "_check";
        };
    }

    private static String proves(Node node, List<String> columns) {
        if (node.text("contype").equals("CONSTR_NOTNULL") && !columns.isEmpty()) {
            return columns.get(0);
        }
        Node test = node.node("raw_expr");
        boolean isNotNull = test.is("NullTest") && test.text("nulltesttype").equals("IS_NOT_NULL");
        List<String> fields = test.node("arg").texts("fields");
        return isNotNull && fields.size() == 1 ? fields.get(0) : "";
    }

    Constraint validate() {
        return new Constraint(name, kind, columns, true, proves);
    }
}
