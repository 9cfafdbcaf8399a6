package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Column;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG310: a new identity column numbers every row, which writes the table anew. */
public final class IdentityAdded implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG310;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.alters("AT_AddColumn").stream()
                .map(command -> command.node("def"))
                .filter(definition -> Column.kinds(definition).contains("CONSTR_IDENTITY"))
                .map(
                        definition -> new Found(
                                seen.table().shown() + "." + definition.text("colname"),
                                "Adding the identity column " + definition.text("colname") + " writes every row of "
                                        + seen.table().shown() + " anew while readers and writers are kept out.",
                                "Add a plain bigint, number the rows in batches, make it NOT NULL, then ADD GENERATED … AS IDENTITY."))
                .toList();
    }
}
