package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Options;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL206: REINDEX without CONCURRENTLY keeps writers out, and readers that need the index (PostgreSQL manual, REINDEX; CONCURRENTLY from 12 on, not for SYSTEM). */
public final class ReindexNotConcurrent implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL206;
    }

    @Override
    public List<Found> look(Seen seen) {
        boolean isMeant = seen.is("ReindexStmt")
                && !seen.tree().text("kind").equals("REINDEX_OBJECT_SYSTEM")
                && !Options.isSet(seen.tree().nodes("params"), "concurrently");
        return isMeant
                ? List.of(new Found(
                        "REINDEX",
                        "REINDEX without CONCURRENTLY keeps writers out until it is done, and readers off the index.",
                        "REINDEX … CONCURRENTLY, in a file with \"atlas:txmode none\".",
                        Rewrites.reindex(seen)))
                : List.of();
    }
}
