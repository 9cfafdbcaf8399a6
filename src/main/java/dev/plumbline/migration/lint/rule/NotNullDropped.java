package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL306: programs that read the column may not expect nulls. */
public final class NotNullDropped implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL306;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.alters("AT_DropNotNull").stream()
                .map(command -> new Found(
                        seen.table().shown() + "." + command.text("name"),
                        "Whoever reads " + command.text("name") + " of "
                                + seen.table().shown() + " has to expect nulls from now on.",
                        "Release the readers that can first."))
                .toList();
    }
}
