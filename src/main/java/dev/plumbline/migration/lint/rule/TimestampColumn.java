package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Column;
import dev.plumbline.migration.lint.Columns;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL603: timestamp without time zone drops the offset of what is written to it (PostgreSQL manual 8.5.1.3). */
public final class TimestampColumn implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL603;
    }

    @Override
    public List<Found> look(Seen seen) {
        return Columns.typed(seen).stream()
                .map(Column::of)
                .filter(column -> column.type().name().equals("timestamp")
                        && column.type().schema().isEmpty())
                .map(column -> new Found(
                        column.name(),
                        "timestamp without time zone drops the offset: nobody knows later which moment was meant.",
                        "Use timestamptz."))
                .toList();
    }
}
