package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.List;

/** BC102: a column, an attribute of a type or a value of an enum renamed. */
public final class ColumnRenamed implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.BC102;
    }

    @Override
    public List<Found> look(Seen seen) {
        Node tree = seen.tree();
        boolean isColumn = tree.is("RenameStmt")
                && (tree.text("renameType").equals("OBJECT_COLUMN")
                        || tree.text("renameType").equals("OBJECT_ATTRIBUTE"));
        if (isColumn
                && !seen.isOfNewTable()
                && !seen.before().isNewType(seen.table().name())) {
            return List.of(found(seen.table().shown() + "." + tree.text("subname"), tree.text("newname")));
        }
        boolean isValue = tree.is("AlterEnumStmt") && !tree.text("oldVal").isEmpty();
        return isValue
                ? List.of(found(
                        String.join(".", tree.texts("typeName")) + " '" + tree.text("oldVal") + "'",
                        tree.text("newVal")))
                : List.of();
    }

    private static Found found(String old, String name) {
        return new Found(
                old,
                "Renaming " + old + " to " + name + " breaks whatever still uses the old name.",
                "Add the new one, have both written, move the readers, then drop the old one.");
    }
}
