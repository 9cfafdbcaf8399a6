package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.Set;

/** BC101: a table, view, materialized view or foreign table renamed, or moved to another schema. */
public final class RelationRenamed implements LintRule {
    private static final Set<String> KINDS =
            Set.of("OBJECT_TABLE", "OBJECT_VIEW", "OBJECT_MATVIEW", "OBJECT_FOREIGN_TABLE");

    @Override
    public RuleCode code() {
        return RuleCode.BC101;
    }

    @Override
    public List<Found> look(Seen seen) {
        Node tree = seen.tree();
        boolean isRename = tree.is("RenameStmt") && KINDS.contains(tree.text("renameType"));
        boolean isMove = tree.is("AlterObjectSchemaStmt") && KINDS.contains(tree.text("objectType"));
        if (!isRename && !isMove || seen.isOfNewTable()) {
            return List.of();
        }
        String name = seen.table().shown();
        return List.of(new Found(
                name,
                isRename
                        ? "Renaming " + name + " to " + tree.text("newname")
                                + " breaks whatever still asks for the old name."
                        : "Moving " + name + " to schema " + tree.text("newschema")
                                + " breaks whatever asks for it by its old schema.",
                "Make a view of the old name in the same transaction, and drop it when nothing uses it any more."));
    }
}
