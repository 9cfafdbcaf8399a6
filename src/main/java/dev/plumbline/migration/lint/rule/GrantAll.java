package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL702: GRANT ALL gives what the kind of object has, TRUNCATE and TRIGGER of a table included. */
public final class GrantAll implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL702;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("GrantStmt")
                        && seen.tree().flag("is_grant")
                        && seen.tree().nodes("privileges").isEmpty()
                ? List.of(new Found(
                        "ALL",
                        "ALL gives every privilege the object has; of a table that is TRUNCATE, TRIGGER and REFERENCES too, and what later versions add.",
                        "Name the privileges that are needed."))
                : List.of();
    }
}
