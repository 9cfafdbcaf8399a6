package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG309: a column GENERATED … STORED is computed for every row, which writes the table anew (PostgreSQL manual, ALTER TABLE); a VIRTUAL one (18) is not. */
public final class StoredColumnAdded implements LintRule {
    private static final int VIRTUAL = 18;

    @Override
    public RuleCode code() {
        return RuleCode.PG309;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.alters("AT_AddColumn").stream()
                .map(command -> command.node("def"))
                .filter(definition -> definition.nodes("constraints").stream()
                        .anyMatch(each -> each.text("contype").equals("CONSTR_GENERATED")
                                && each.text("generated_kind").equals("s")))
                .map(definition -> new Found(
                        seen.table().shown() + "." + definition.text("colname"),
                        "Adding the stored generated column " + definition.text("colname") + " writes every row of "
                                + seen.table().shown() + " anew while readers and writers are kept out.",
                        "Add a plain column that a trigger fills, and fill the old rows in batches"
                                + (seen.where().major() >= VIRTUAL ? "; or make it VIRTUAL." : ".")))
                .toList();
    }
}
