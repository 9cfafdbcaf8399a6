package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL305: UPDATE or DELETE without WHERE on a table that the file did not make. */
public final class AllRowsChanged implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL305;
    }

    @Override
    public List<Found> look(Seen seen) {
        boolean isUpdate = seen.is("UpdateStmt");
        return (isUpdate || seen.is("DeleteStmt"))
                        && !seen.tree().node("whereClause").exists()
                        && !seen.isOfNewTable()
                ? List.of(new Found(
                        seen.table().shown(),
                        isUpdate
                                ? "All rows of " + seen.table().shown()
                                        + " are written in one statement: each stays locked until its end, and the table doubles."
                                : "All rows of " + seen.table().shown() + " are deleted.",
                        isUpdate ? "Fill in batches, each its own transaction." : "Say which by WHERE."))
                : List.of();
    }
}
