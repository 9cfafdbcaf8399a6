package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG311: SET ACCESS METHOD (from PostgreSQL 15 on) writes the whole table anew, and so does SET TABLESPACE. */
public final class AccessMethodChanged implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG311;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.alters("AT_SetAccessMethod", "AT_SetTableSpace").stream()
                .map(command -> new Found(
                        seen.table().shown(),
                        "This writes all of " + seen.table().shown()
                                + " to another place while readers and writers are kept out.",
                        "Do it while nobody works, or fill a new table and change to it."))
                .toList();
    }
}
