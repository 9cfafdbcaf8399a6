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

/** PL603: timestamp without time zone drops the offset of what is written to it (PostgreSQL manual 8.5.1.3). */
public final class TimestampColumn implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL603;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        for (Node definition : Columns.typed(seen)) {
            Column column = Column.of(definition);
            if (column.type().name().equals("timestamp")
                    && column.type().schema().isEmpty()) {
                found.add(new Found(
                        column.name(),
                        "timestamp without time zone drops the offset: nobody knows later which moment was meant.",
                        "Use timestamptz.",
                        TypeText.instead(seen, definition, "timestamptz(n)")));
            }
        }
        return found;
    }
}
