package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.NamingRules;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** NM104: the name of an index that is made or renamed is not of the configured pattern. */
public final class IndexNamed implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.NM104;
    }

    @Override
    public List<Found> look(Seen seen) {
        if (seen.is("IndexStmt") && !seen.tree().text("idxname").isEmpty()) {
            return naming.judge("index", seen.tree().text("idxname"));
        }
        return seen.is("RenameStmt") && seen.tree().text("renameType").equals("OBJECT_INDEX")
                ? naming.judge("index", seen.tree().text("newname"))
                : List.of();
    }

    private final NamingRules naming;

    public IndexNamed(NamingRules naming) {
        this.naming = naming;
    }
}
