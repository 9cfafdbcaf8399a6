package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL704: rows that a policy hid can be seen (PostgreSQL manual 5.9). */
public final class RowSecurityOff implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL704;
    }

    @Override
    public List<Found> look(Seen seen) {
        boolean isDropped =
                seen.is("DropStmt") && seen.tree().text("removeType").equals("OBJECT_POLICY");
        boolean isOff =
                !seen.alters("AT_DisableRowSecurity", "AT_NoForceRowSecurity").isEmpty();
        return isDropped || isOff
                ? List.of(new Found(
                        isDropped ? "POLICY" : seen.table().shown(),
                        isDropped
                                ? "Without this policy, rows are shown or hidden by the others alone, and by none of them all are hidden."
                                : "Without row security, whoever may read "
                                        + seen.table().shown() + " reads all of its rows.",
                        "Make the policy that takes its place in the same transaction, first."))
                : List.of();
    }
}
