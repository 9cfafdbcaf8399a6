package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL209: VALIDATE CONSTRAINT in the transaction that added it NOT VALID: the strong lock of adding it is held while all rows are read. */
public final class ValidatedAtOnce implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL209;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.alters("AT_ValidateConstraint").stream()
                .map(command -> command.text("name"))
                .filter(name -> seen.session().notValid().contains(seen.table().name() + "." + name))
                .map(name -> new Found(
                        name,
                        name
                                + " is validated in the transaction that added it: the lock of adding it is held while all rows of "
                                + seen.table().shown() + " are read.",
                        "VALIDATE it in the next file."))
                .toList();
    }
}
