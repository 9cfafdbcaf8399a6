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

/** PL607: json has no equality, so DISTINCT and GROUP BY over it fail (PostgreSQL manual 8.14). */
public final class JsonColumn implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL607;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        for (Node definition : Columns.typed(seen)) {
            Column column = Column.of(definition);
            if (column.type().name().equals("json") && column.type().schema().isEmpty()) {
                found.add(new Found(
                        column.name(),
                        "json has no equality: SELECT DISTINCT over this column fails, and no index helps inside of it.",
                        "Use jsonb, unless the text has to stay byte for byte.",
                        TypeText.instead(seen, definition, "jsonb")));
            }
        }
        return found;
    }
}
