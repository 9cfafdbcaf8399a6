package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.NotNulls;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG303: SET NOT NULL reads all rows under ACCESS EXCLUSIVE, unless a validated CHECK (c IS NOT NULL) is there, from PostgreSQL 12 on (release notes of 12). */
public final class NotNullScan implements LintRule {
    private static final int PROVEN_BY_CHECK = 12;

    @Override
    public RuleCode code() {
        return RuleCode.PG303;
    }

    @Override
    public List<Found> look(Seen seen) {
        return NotNulls.of(seen).stream()
                .filter(column ->
                        seen.where().major() < PROVEN_BY_CHECK || !seen.known().isProvenNotNull(column))
                .map(column -> new Found(
                                seen.table().shown() + "." + column,
                                "SET NOT NULL reads all of " + seen.table().shown()
                                        + " while readers and writers are kept out.",
                                "ADD CHECK (… IS NOT NULL) NOT VALID, VALIDATE it, SET NOT NULL, and drop the CHECK.")
                        .instead(Rewrites.notNull(seen, column)))
                .toList();
    }
}
