package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.NotNulls;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** MF104: SET NOT NULL, or ADD NOT NULL, on a column that may hold nulls; quiet where a constraint that was validated says that it holds none. */
public final class NotNullSet implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.MF104;
    }

    @Override
    public List<Found> look(Seen seen) {
        return NotNulls.of(seen).stream()
                .filter(column -> !seen.known().isProvenNotNull(column))
                .map(column -> new Found(
                        seen.table().shown() + "." + column,
                        "Making " + column + " of " + seen.table().shown()
                                + " NOT NULL fails when a row has no value there.",
                        "Fill the rows that have none first, and validate CHECK (" + column + " IS NOT NULL) before."))
                .toList();
    }
}
