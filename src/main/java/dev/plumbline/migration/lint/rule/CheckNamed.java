package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.NamingRules;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** NM106: the name of a CHECK is not of the configured pattern. */
public final class CheckNamed implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.NM106;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.tree().all("Constraint").stream()
                .filter(each -> each.text("contype").equals("CONSTR_CHECK"))
                .map(each -> each.text("conname"))
                .filter(name -> !name.isEmpty())
                .flatMap(name -> naming.judge("check", name).stream())
                .toList();
    }

    private final NamingRules naming;

    public CheckNamed(NamingRules naming) {
        this.naming = naming;
    }
}
