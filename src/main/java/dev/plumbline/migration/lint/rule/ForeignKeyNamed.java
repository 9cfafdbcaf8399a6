package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.NamingRules;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** NM105: the name of a foreign key is not of the configured pattern. */
public final class ForeignKeyNamed implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.NM105;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.tree().all("Constraint").stream()
                .filter(each -> each.text("contype").equals("CONSTR_FOREIGN"))
                .map(each -> each.text("conname"))
                .filter(name -> !name.isEmpty())
                .flatMap(name -> naming.judge("foreign_key", name).stream())
                .toList();
    }

    private final NamingRules naming;

    public ForeignKeyNamed(NamingRules naming) {
        this.naming = naming;
    }
}
