package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.List;

/** PG101: CREATE INDEX without CONCURRENTLY, but on a table that the same file made (PostgreSQL manual, CREATE INDEX). */
public final class IndexNotConcurrent implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG101;
    }

    @Override
    public List<Found> look(Seen seen) {
        if (!seen.tree().is("IndexStmt") || seen.tree().flag("concurrent")) {
            return List.of();
        }
        TableName table = TableName.of(seen.tree().plain("relation"));
        return seen.before().isNew(table)
                ? List.of()
                : List.of(new Found(
                        seen.tree().text("idxname").isEmpty()
                                ? table.shown()
                                : seen.tree().text("idxname"),
                        "Creating an index on " + table.shown()
                                + " without CONCURRENTLY keeps writers out until it is built.",
                        "CREATE INDEX CONCURRENTLY, in a file with \"atlas:txmode none\".",
                        Rewrites.index(seen)));
    }
}
