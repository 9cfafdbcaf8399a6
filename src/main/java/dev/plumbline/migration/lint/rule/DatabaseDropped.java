package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL303: DROP DATABASE. */
public final class DatabaseDropped implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL303;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("DropdbStmt")
                ? List.of(new Found(
                        seen.tree().text("dbname"),
                        "Dropping database " + seen.tree().text("dbname")
                                + " loses everything in it; there is no way back.",
                        "No migration should: do it by hand, with a backup that was tried."))
                : List.of();
    }
}
