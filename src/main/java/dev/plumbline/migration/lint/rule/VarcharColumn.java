package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Column;
import dev.plumbline.migration.lint.Columns;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TypeText;
import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;

/** PL602: varchar(n) cannot be made shorter later without writing the table anew (PostgreSQL manual 8.3). */
public final class VarcharColumn implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL602;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        for (Node definition : Columns.typed(seen)) {
            Column column = Column.of(definition);
            if (column.type().name().equals("varchar")
                    && !column.type().modifiers().isEmpty()) {
                found.add(new Found(
                        column.name(),
                        "The length of " + column.type().shown()
                                + " can be raised later, and not lowered without writing the table anew.",
                        "Use text, with a CHECK for its length.",
                        TypeText.instead(seen, definition, "text")));
            }
        }
        return found;
    }
}
