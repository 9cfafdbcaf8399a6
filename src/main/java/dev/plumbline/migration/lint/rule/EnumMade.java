package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL608: a value of an enum cannot be dropped (PostgreSQL manual 8.7). */
public final class EnumMade implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL608;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("CreateEnumStmt")
                ? List.of(new Found(
                        String.join(".", seen.tree().texts("typeName")),
                        "Values of an enum can be added and renamed, never dropped.",
                        "Where they may change, use a table and a foreign key."))
                : List.of();
    }
}
