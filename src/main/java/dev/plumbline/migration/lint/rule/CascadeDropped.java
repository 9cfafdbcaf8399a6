package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AlterTable;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL304: DROP or DROP COLUMN with CASCADE drops what hangs on it, named or not. */
public final class CascadeDropped implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL304;
    }

    @Override
    public List<Found> look(Seen seen) {
        boolean isDrop = seen.is("DropStmt") || seen.is("DropOwnedStmt");
        boolean cascades = isDrop && seen.tree().text("behavior").equals("DROP_CASCADE")
                || AlterTable.commands(seen.tree(), "AT_DropColumn").stream()
                        .anyMatch(each -> each.text("behavior").equals("DROP_CASCADE"));
        return cascades
                ? List.of(new Found(
                        "CASCADE",
                        "CASCADE drops whatever hangs on it as well: views, foreign keys, functions that this file does not name.",
                        "Drop each by its name, so that what was forgotten stops the migration."))
                : List.of();
    }
}
