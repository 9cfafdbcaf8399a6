package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Column;
import dev.plumbline.migration.lint.Columns;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL602: varchar(n) cannot be made shorter later without writing the table anew (PostgreSQL manual 8.3). */
public final class VarcharColumn implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL602;
    }

    @Override
    public List<Found> look(Seen seen) {
        return Columns.typed(seen).stream()
                .map(Column::of)
                .filter(column -> column.type().name().equals("varchar")
                        && !column.type().modifiers().isEmpty())
                .map(column -> new Found(
                        column.name(),
                        "The length of " + column.type().shown()
                                + " can be raised later, and not lowered without writing the table anew.",
                        "Use text, with a CHECK for its length."))
                .toList();
    }
}
