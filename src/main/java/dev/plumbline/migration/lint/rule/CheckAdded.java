package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AddedConstraint;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG305: ADD CHECK reads the whole table under ACCESS EXCLUSIVE, unless it is NOT VALID (PostgreSQL manual, ALTER TABLE). */
public final class CheckAdded implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG305;
    }

    @Override
    public List<Found> look(Seen seen) {
        return AddedConstraint.toExisting(seen, "CONSTR_CHECK").stream()
                .filter(each -> !each.isNotValid())
                .map(each -> new Found(
                        each.shown().isEmpty() ? seen.table().shown() : each.shown(),
                        "Adding a CHECK to " + seen.table().shown()
                                + " reads all its rows while readers and writers are kept out.",
                        "Add it NOT VALID, and VALIDATE it in the next file.",
                        Rewrites.notValid(seen, each)))
                .toList();
    }
}
