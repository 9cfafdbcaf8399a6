package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.List;

/** PL701: a privilege given to everyone who can log in, also those that come later (PostgreSQL manual 5.8). */
public final class GrantToPublic implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL701;
    }

    @Override
    public List<Found> look(Seen seen) {
        Node grant = seen.is("AlterDefaultPrivilegesStmt") ? seen.tree().plain("action") : seen.tree();
        boolean isPublic = grant.flag("is_grant")
                && grant.nodes("grantees").stream()
                        .anyMatch(each -> each.text("roletype").equals("ROLESPEC_PUBLIC"));
        return isPublic && (seen.is("GrantStmt") || seen.is("AlterDefaultPrivilegesStmt"))
                ? List.of(new Found(
                        "PUBLIC",
                        "PUBLIC is everyone who can log in, also roles that are made later.",
                        "Grant it to the roles that need it."))
                : List.of();
    }
}
