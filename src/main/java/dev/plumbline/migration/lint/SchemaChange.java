package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.List;

/** What a statement makes of what is known. */
final class SchemaChange {
    private SchemaChange() {}

    static SchemaSoFar of(SchemaSoFar before, Node tree) {
        return switch (tree.type()) {
            case "CreateStmt" -> created(before, tree);
            case "CreateTableAsStmt" ->
                before.with(new Table(
                        TableName.of(tree.plain("into").plain("rel")), true, false, false, List.of(), List.of()));
            case "IndexStmt" -> before.with(Index.of(tree));
            case "DropStmt" -> dropped(before, tree);
            case "RenameStmt" -> renamed(before, tree);
            case "AlterTableStmt" -> altered(before, tree);
            case "CreateEnumStmt", "CompositeTypeStmt", "CreateRangeStmt" -> typeMade(before, tree);
            case "CreateDomainStmt" -> before.withType(last(tree.texts("domainname")));
            default -> before;
        };
    }

    private static SchemaSoFar typeMade(SchemaSoFar before, Node tree) {
        return tree.is("CompositeTypeStmt")
                ? before.withType(tree.plain("typevar").text("relname"))
                : before.withType(last(tree.texts("typeName")));
    }

    private static String last(List<String> names) {
        return names.isEmpty() ? "" : names.get(names.size() - 1);
    }

    private static SchemaSoFar created(SchemaSoFar before, Node tree) {
        TableName name = TableName.of(tree.plain("relation"));
        if (tree.flag("if_not_exists") && before.table(name).isPresent()) {
            return before;
        }
        boolean inherits = !tree.nodes("inhRelations").isEmpty();
        Table made = new Table(
                name, true, !inherits, !tree.plain("partspec").text("strategy").isEmpty(), List.of(), List.of());
        for (Node element : tree.nodes("tableElts")) {
            made = added(made, element);
        }
        return before.with(made);
    }

    private static Table added(Table table, Node element) {
        if (element.is("Constraint")) {
            return table.with(Constraint.of(element, table.name(), ""));
        }
        if (!element.is("ColumnDef")) {
            return new Table(
                    table.name(), table.isNew(), false, table.isPartitioned(), table.columns(), table.constraints());
        }
        String column = element.text("colname");
        Table made = table.with(Column.of(element));
        for (Node constraint : element.nodes("constraints")) {
            if (isOne(constraint.text("contype"))) {
                made = made.with(Constraint.of(constraint, table.name(), column));
            }
        }
        return made;
    }

    private static boolean isOne(String kind) {
        return List.of("CONSTR_CHECK", "CONSTR_PRIMARY", "CONSTR_UNIQUE", "CONSTR_FOREIGN")
                .contains(kind);
    }

    private static SchemaSoFar dropped(SchemaSoFar before, Node tree) {
        SchemaSoFar after = before;
        for (TableName table : Dropped.relations(tree, "OBJECT_TABLE")) {
            after = after.without(table);
        }
        for (TableName index : Dropped.relations(tree, "OBJECT_INDEX")) {
            after = after.withoutIndex(index.name());
        }
        return after;
    }

    private static SchemaSoFar renamed(SchemaSoFar before, Node tree) {
        TableName table = TableName.of(tree.plain("relation"));
        if (before.table(table).isEmpty()) {
            return before;
        }
        String other = tree.text("newname");
        return switch (tree.text("renameType")) {
            case "OBJECT_TABLE" -> {
                Table known = before.table(table).orElseThrow();
                yield before.without(table)
                        .with(known.named(new TableName(known.name().schema(), other)));
            }
            case "OBJECT_COLUMN" ->
                before.change(table, known -> known.change(tree.text("subname"), each -> each.named(other)));
            default -> before;
        };
    }

    private static SchemaSoFar altered(SchemaSoFar before, Node tree) {
        SchemaSoFar after = before;
        for (Node command : tree.nodes("cmds")) {
            SchemaSoFar now = after;
            after = after.change(AlterTable.table(tree), table -> changed(now, table, command));
        }
        return after;
    }

    private static Table changed(SchemaSoFar before, Table table, Node command) {
        String name = command.text("name");
        Node definition = command.node("def");
        return switch (command.text("subtype")) {
            case "AT_AddColumn" -> added(table, definition);
            case "AT_DropColumn" -> table.without(name);
            case "AT_SetNotNull" -> table.change(name, each -> each.notNull(true));
            case "AT_DropNotNull" -> table.change(name, each -> each.notNull(false));
            case "AT_AlterColumnType" -> typed(table, name, TypeName.of(definition.plain("typeName")));
            case "AT_AddConstraint" -> table.with(withIndex(before, Constraint.of(definition, table.name(), "")));
            case "AT_DropConstraint" -> table.withoutConstraint(name);
            case "AT_ValidateConstraint" -> table.validate(name);
            default -> table;
        };
    }

    private static Table typed(Table table, String name, TypeName type) {
        return table.column(name).isPresent()
                ? table.change(name, each -> each.of(type))
                : table.with(new Column(name, type, false, false));
    }

    private static Constraint withIndex(SchemaSoFar before, Constraint constraint) {
        return constraint.columns().isEmpty()
                ? before.index(constraint.name())
                        .map(index -> new Constraint(
                                constraint.name(), constraint.kind(), index.columns(), true, constraint.proves()))
                        .orElse(constraint)
                : constraint;
    }
}
