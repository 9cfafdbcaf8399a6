package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG308: CREATE TRIGGER keeps writers out until the transaction ends, and acts on everything that is written from then on. */
public final class TriggerAdded implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG308;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("CreateTrigStmt") && !seen.isOfNewTable()
                ? List.of(new Found(
                        seen.tree().text("trigname"),
                        "Trigger " + seen.tree().text("trigname") + " waits for the writers of "
                                + seen.table().shown()
                                + ", keeps new ones out until the transaction ends, and then runs with every write.",
                        "Put it in a short transaction with a lock_timeout; measure what it costs a write."))
                : List.of();
    }
}
