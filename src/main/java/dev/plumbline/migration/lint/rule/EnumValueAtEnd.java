package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL308: ALTER TYPE … ADD VALUE without BEFORE or AFTER puts it last, which is how ORDER BY sorts it. */
public final class EnumValueAtEnd implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL308;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("AlterEnumStmt")
                        && seen.tree().text("oldVal").isEmpty()
                        && seen.tree().text("newValNeighbor").isEmpty()
                ? List.of(new Found(
                        String.join(".", seen.tree().texts("typeName")),
                        "'" + seen.tree().text("newVal")
                                + "' sorts behind all other values, and cannot be moved later.",
                        "Say BEFORE or AFTER which value."))
                : List.of();
    }
}
