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

/** PL601: character(n) pads with blanks that comparisons ignore and other functions do not (PostgreSQL manual 8.3). */
public final class CharColumn implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL601;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        for (Node definition : Columns.typed(seen)) {
            Column column = Column.of(definition);
            if (column.type().name().equals("bpchar") && column.type().schema().isEmpty()) {
                found.add(new Found(
                        column.name(),
                        "character(n) pads every value with blanks, which some functions see and others do not.",
                        "Use text, with a CHECK for its length where it has one.",
                        TypeText.instead(seen, definition, "text")));
            }
        }
        return found;
    }
}
