package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AddedConstraint;
import dev.plumbline.migration.lint.Column;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.List;

/** PG306: ADD FOREIGN KEY reads the whole table while writers of both are kept out, unless it is NOT VALID. A column that is added with it and has no default is all null: the server reads nothing. */
public final class ForeignKeyAdded implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG306;
    }

    @Override
    public List<Found> look(Seen seen) {
        return AddedConstraint.toExisting(seen, "CONSTR_FOREIGN").stream()
                .filter(each -> !each.isNotValid() && !isAllNull(each))
                .map(each -> new Found(
                        each.shown(),
                        "Adding a foreign key to " + seen.table().shown()
                                + " looks up every row of it while writers of it and of "
                                + TableName.of(each.constraint().plain("pktable"))
                                        .shown() + " are kept out.",
                        "Add it NOT VALID, and VALIDATE it in the next file.",
                        Rewrites.notValid(seen, each)))
                .toList();
    }

    private static boolean isAllNull(AddedConstraint added) {
        return added.column().map(each -> !Column.of(each).hasDefault()).orElse(false);
    }
}
