package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Columns;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.NamingRules;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.ArrayList;
import java.util.List;

/** NM103: the name of a column that is made or renamed is not of the configured pattern. */
public final class ColumnNamed implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.NM103;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        Columns.added(seen).forEach(each -> found.addAll(naming.judge("column", each.text("colname"))));
        if (seen.is("RenameStmt") && seen.tree().text("renameType").equals("OBJECT_COLUMN")) {
            found.addAll(naming.judge("column", seen.tree().text("newname")));
        }
        return found;
    }

    private final NamingRules naming;

    public ColumnNamed(NamingRules naming) {
        this.naming = naming;
    }
}
