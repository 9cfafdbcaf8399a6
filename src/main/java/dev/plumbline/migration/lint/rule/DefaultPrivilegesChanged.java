package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL706: ALTER DEFAULT PRIVILEGES acts on what is made later, by one role. */
public final class DefaultPrivilegesChanged implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL706;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("AlterDefaultPrivilegesStmt")
                ? List.of(new Found(
                        "DEFAULT PRIVILEGES",
                        "It acts on what is made later, and only by the role that FOR ROLE names or that runs this; what is there stays as it is.",
                        "Say FOR ROLE, and grant on what is there as well."))
                : List.of();
    }
}
