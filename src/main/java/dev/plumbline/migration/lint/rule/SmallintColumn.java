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

/** PL605: a column of 16 bits ends at 32,767 (PostgreSQL manual 8.1.1). */
public final class SmallintColumn implements LintRule {
    private static final Set<String> INTEGERS = Set.of("int2", "smallserial", "serial2");

    @Override
    public RuleCode code() {
        return RuleCode.PL605;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        for (Node definition : Columns.typed(seen)) {
            Column column = Column.of(definition);
            if (INTEGERS.contains(column.type().name())) {
                found.add(new Found(
                        column.name(),
                        column.type().shown() + " ends at 32,767, and changing it later writes the table anew.",
                        "Use bigint, unless what it counts is known to stay small.",
                        TypeText.instead(seen, definition, column.type().isSerial() ? "bigserial" : "bigint")));
            }
        }
        return found;
    }
}
