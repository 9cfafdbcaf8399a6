package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.List;

/** PL205: a table is written or read in full while the transaction holds ACCESS EXCLUSIVE on another. */
public final class RewriteUnderLock implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL205;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<TableName> others = seen.session().held().stream()
                .filter(table -> !table.canBe(seen.table()))
                .toList();
        boolean isLong = !seen.alters("AT_AlterColumnType", "AT_SetNotNull", "AT_SetLogged", "AT_SetUnLogged")
                        .isEmpty()
                || seen.is("IndexStmt") && !seen.isOfNewTable()
                || seen.is("RefreshMatViewStmt");
        return others.isEmpty() || !isLong
                ? List.of()
                : List.of(new Found(
                        seen.table().shown(),
                        seen.table().shown() + " is gone through while "
                                + others.get(0).shown() + " is locked against readers and writers.",
                        "Put it in a file of its own."));
    }
}
