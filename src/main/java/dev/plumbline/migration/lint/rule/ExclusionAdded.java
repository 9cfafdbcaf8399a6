package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AddedConstraint;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG109: an EXCLUDE constraint always builds its index under ACCESS EXCLUSIVE (PostgreSQL manual, ALTER TABLE: no USING INDEX for it). */
public final class ExclusionAdded implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG109;
    }

    @Override
    public List<Found> look(Seen seen) {
        return AddedConstraint.toExisting(seen, "CONSTR_EXCLUSION").stream()
                .map(each -> new Found(
                        each.shown(),
                        "Adding an EXCLUDE constraint to " + seen.table().shown()
                                + " keeps readers and writers out while its index is built, and cannot be done otherwise.",
                        "Do it while nobody works, with a lock_timeout, or fill a new table that has it."))
                .toList();
    }
}
