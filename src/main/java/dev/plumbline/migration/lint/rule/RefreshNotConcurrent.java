package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL210: REFRESH MATERIALIZED VIEW keeps readers out, unless CONCURRENTLY, which needs a unique index (PostgreSQL manual, REFRESH MATERIALIZED VIEW). */
public final class RefreshNotConcurrent implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL210;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("RefreshMatViewStmt")
                        && !seen.tree().flag("concurrent")
                        && !seen.tree().flag("skipData")
                ? List.of(new Found(
                        seen.table().shown(),
                        "Refreshing " + seen.table().shown() + " keeps its readers out until it is filled.",
                        "REFRESH MATERIALIZED VIEW CONCURRENTLY, which needs a unique index on it."))
                : List.of();
    }
}
