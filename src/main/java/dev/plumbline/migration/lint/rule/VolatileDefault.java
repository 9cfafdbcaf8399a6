package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Column;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.Volatility;
import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;

/** PG302: ADD COLUMN with a default that is computed for every row writes the table anew (PostgreSQL manual, ALTER TABLE, notes). A function that is not the server's own is told as unknown. */
public final class VolatileDefault implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG302;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        for (Node command : seen.alters("AT_AddColumn")) {
            Node definition = command.node("def");
            String name = definition.text("colname");
            if (Column.of(definition).type().isSerial()) {
                found.add(found(seen, name, "which takes its values from a sequence, writes"));
            }
            for (Node constraint : definition.nodes("constraints")) {
                if (constraint.text("contype").equals("CONSTR_DEFAULT")) {
                    switch (Volatility.of(constraint.node("raw_expr"))) {
                        case VOLATILE -> found.add(found(seen, name, "whose default is volatile, writes"));
                        case UNKNOWN ->
                            found.add(found(
                                    seen, name, "whose default calls a function that is not known here, may write"));
                        default -> {}
                    }
                }
            }
        }
        return found;
    }

    private static Found found(Seen seen, String column, String how) {
        return new Found(
                seen.table().shown() + "." + column,
                "Adding column " + column + ", " + how + " every row of "
                        + seen.table().shown() + " anew and keeps readers and writers out.",
                "Add it without a default, set the default for new rows, and fill the old ones in batches.");
    }
}
