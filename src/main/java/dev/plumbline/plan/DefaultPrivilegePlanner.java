package dev.plumbline.plan;

import dev.plumbline.access.defaults.DefaultSql;
import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.Finding.DefaultPrivilegeMissing;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** A default privilege that is missing, whole or in part, is granted: only what is missing. */
final class DefaultPrivilegePlanner {
    private DefaultPrivilegePlanner() {}

    static boolean plan(RepairDraft draft, String checkCode, DefaultPrivilegeMissing finding) {
        String missing = finding.missing().stream().map(Privilege::word).collect(Collectors.joining(", "));
        DefaultRule rule = finding.rule();
        String reason = named(rule)
                + (finding.missing().size() < rule.privileges().size()
                        ? " lack " + missing + " for "
                        : " give nothing to ")
                + rule.grantee().shown()
                + ". Objects made from now on will carry them.";
        return grant(draft, checkCode, rule, finding.missing(), StepGroup.REPAIR, StepId.rule(rule), reason);
    }

    static boolean grant(
            RepairDraft draft,
            String checkCode,
            DefaultRule rule,
            SortedSet<Privilege> privileges,
            StepGroup group,
            String id,
            String reason) {
        String what = named(rule);
        if (draft.refusedForLackOfSchema(checkCode, rule.schema())
                || draft.refusedForLackOf(checkCode, what, rule.creator(), rule.grantee())) {
            return false;
        }
        Optional<List<String>> authorised =
                draft.authorise(checkCode, what, may -> may.alterDefaultPrivileges(rule.creator()), rule.creator());
        if (authorised.isEmpty()) {
            return false;
        }
        Sql words = PrivilegeWords.known(privileges);
        Grantee grantee = Grantee.role(rule.grantee());
        StepDraft step = new StepDraft(
                        id,
                        group,
                        checkCode,
                        DefaultSql.grant(rule.creator(), rule.schema(), words, rule.type(), grantee),
                        new GrantDefault(rule.creator(), rule.schema(), rule.type(), grantee, privileges))
                .because(reason)
                .requires(draft.creationOf(rule.creator(), rule.grantee()))
                .requires(authorised.get());
        if (group == StepGroup.REAPPLY) {
            step.undoNote("Nothing to undo: the rule was there before.");
        } else {
            step.undoneBy(DefaultSql.revoke(rule.creator(), rule.schema(), words, rule.type(), grantee))
                    .hazard(Hazard.ACCESS_WIDENED);
        }
        draft.add(step);
        return true;
    }

    /** {@code Default privileges on tables of db_x_owner in public}. */
    static String named(DefaultRule rule) {
        return "Default privileges on " + rule.type().word().toLowerCase(Locale.ROOT) + " of "
                + rule.creator().shown() + " in " + rule.schema().shown();
    }
}
