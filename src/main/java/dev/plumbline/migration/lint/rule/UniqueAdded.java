package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AddedConstraint;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG105: ADD UNIQUE builds its index under ACCESS EXCLUSIVE, unless USING INDEX gives it one (PostgreSQL manual, ALTER TABLE). */
public final class UniqueAdded implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG105;
    }

    @Override
    public List<Found> look(Seen seen) {
        return AddedConstraint.toExisting(seen, "CONSTR_UNIQUE").stream()
                .filter(each -> each.usedIndex().isEmpty())
                .map(each -> new Found(
                        each.shown(),
                        "Adding a unique constraint to " + seen.table().shown()
                                + " keeps readers and writers out while its index is built.",
                        "Build a unique index CONCURRENTLY first, then ADD UNIQUE USING INDEX.",
                        Rewrites.key(seen, each)))
                .toList();
    }
}
