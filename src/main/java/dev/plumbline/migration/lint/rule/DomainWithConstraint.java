package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL213: a constraint of a domain cannot be changed later without reading every table that uses it. */
public final class DomainWithConstraint implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL213;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("CreateDomainStmt") && !seen.tree().nodes("constraints").isEmpty()
                ? List.of(new Found(
                        String.join(".", seen.tree().texts("domainname")),
                        "The constraint of domain "
                                + String.join(".", seen.tree().texts("domainname"))
                                + " cannot be changed later without reading every table that uses it.",
                        "Constrain the columns instead."))
                : List.of();
    }
}
