package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.List;

/** PL212: ALTER DOMAIN … ADD CONSTRAINT without NOT VALID, or SET NOT NULL, reads every table that uses the domain, under SHARE locks on all of them (PostgreSQL manual, ALTER DOMAIN). */
public final class DomainConstrained implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL212;
    }

    @Override
    public List<Found> look(Seen seen) {
        Node tree = seen.tree();
        boolean adds = tree.is("AlterDomainStmt")
                && (tree.text("subtype").equals("C") && !tree.node("def").flag("skip_validation")
                        || tree.text("subtype").equals("O"));
        String domain = String.join(".", tree.texts("typeName"));
        return adds && !seen.before().isNewType(domain)
                ? List.of(new Found(
                        domain,
                        "Every column of the type " + domain
                                + " is read while writers of all those tables are kept out.",
                        "ADD CONSTRAINT … NOT VALID and VALIDATE it in the next file; better, constrain the columns."))
                : List.of();
    }
}
