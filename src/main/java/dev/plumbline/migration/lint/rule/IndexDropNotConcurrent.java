package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Dropped;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG102: DROP INDEX without CONCURRENTLY, but of one on a table that the same file made (PostgreSQL manual, DROP INDEX). */
public final class IndexDropNotConcurrent implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG102;
    }

    @Override
    public List<Found> look(Seen seen) {
        return Dropped.relations(seen.tree(), "OBJECT_INDEX").stream()
                .filter(index -> !seen.tree().flag("concurrent"))
                .filter(index -> seen.before()
                        .index(index.name())
                        .map(known -> !seen.before().isNew(known.table()))
                        .orElse(true))
                .map(index -> new Found(
                        index.shown(),
                        "Dropping index " + index.shown()
                                + " without CONCURRENTLY waits for every user of its table and keeps all others out meanwhile.",
                        "DROP INDEX CONCURRENTLY, in a file with \"atlas:txmode none\".",
                        Rewrites.dropIndex(seen, index)))
                .toList();
    }
}
