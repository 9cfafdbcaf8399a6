package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Dropped;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** DS102: DROP TABLE, but of one that the same file made. */
public final class TableDropped implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.DS102;
    }

    @Override
    public List<Found> look(Seen seen) {
        return Dropped.relations(seen.tree(), "OBJECT_TABLE").stream()
                .filter(table -> !seen.before().isNew(table))
                .map(table -> new Found(
                        table.shown(),
                        "Dropping table " + table.shown() + " loses its rows.",
                        "Rename it first and drop it in a later release, or take a dump."))
                .toList();
    }
}
