package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Column;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;

/** MF103: ADD COLUMN … NOT NULL with nothing to fill it: it fails as soon as the table has a row. */
public final class RequiredColumnAdded implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.MF103;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        for (Node command : seen.alters("AT_AddColumn")) {
            Column column = Column.of(command.node("def"));
            if (column.notNull() && !column.hasDefault()) {
                found.add(new Found(
                        seen.table().shown() + "." + column.name(),
                        "Adding column " + column.name() + " as NOT NULL without a default fails when "
                                + seen.table().shown() + " has a row.",
                        "Add it without NOT NULL, fill it in batches, then make it NOT NULL.",
                        Rewrites.requiredColumn(seen, command)));
            }
        }
        return found;
    }
}
