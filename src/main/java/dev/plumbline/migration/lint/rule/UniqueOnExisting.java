package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AddedConstraint;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.ArrayList;
import java.util.List;

/** MF101: a unique index or constraint on columns of a table that was there: it fails when two rows are equal. */
public final class UniqueOnExisting implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.MF101;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        if (seen.is("IndexStmt") && seen.tree().flag("unique") && !seen.isOfNewTable()) {
            found.add(found(seen, seen.tree().text("idxname")));
        }
        for (String kind : List.of("CONSTR_UNIQUE", "CONSTR_PRIMARY")) {
            AddedConstraint.toExisting(seen, kind).stream()
                    .filter(each -> each.usedIndex().isEmpty() && !each.isInline())
                    .forEach(each -> found.add(found(seen, each.shown())));
        }
        return found;
    }

    private static Found found(Seen seen, String name) {
        String table = seen.table().shown();
        return new Found(
                name.isEmpty() ? table : name,
                "Making values of " + table + " unique fails when two rows of it are equal there.",
                "Count the duplicates first, and have the file fail before it holds a lock.");
    }
}
