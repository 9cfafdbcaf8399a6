package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.List;

/** PL302: TRUNCATE of a table that the file did not make. */
public final class TableTruncated implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL302;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("TruncateStmt")
                ? seen.tree().nodes("relations").stream()
                        .map(TableName::of)
                        .filter(table -> !seen.before().isNew(table))
                        .map(table -> new Found(
                                table.shown(),
                                "TRUNCATE loses all rows of " + table.shown()
                                        + ", in a moment and without a trigger for rows.",
                                "Take a dump, or rename the table and make an empty one."))
                        .toList()
                : List.of();
    }
}
