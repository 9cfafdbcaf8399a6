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
import java.util.Set;

/** PL604: a column of 32 bits ends at 2,147,483,647 (PostgreSQL manual 8.1.1). */
public final class IntegerColumn implements LintRule {
    private static final Set<String> INTEGERS = Set.of("int4", "serial", "serial4");

    @Override
    public RuleCode code() {
        return RuleCode.PL604;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        for (Node definition : Columns.typed(seen)) {
            Column column = Column.of(definition);
            if (INTEGERS.contains(column.type().name())) {
                found.add(new Found(
                        column.name(),
                        column.type().shown() + " ends at 2,147,483,647, and changing it later writes the table anew.",
                        "Use bigint, unless what it counts is known to stay small.",
                        TypeText.instead(seen, definition, column.type().isSerial() ? "bigserial" : "bigint")));
            }
        }
        return found;
    }
}
