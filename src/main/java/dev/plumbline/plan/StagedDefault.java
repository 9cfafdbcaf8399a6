package dev.plumbline.plan;

import dev.plumbline.access.change.AlterDefault;
import dev.plumbline.access.defaults.DefaultSql;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Add to a rule about what a role creates later, or take from it: only what is not so already. */
public record StagedDefault(AlterDefault rule) implements StagedChange {
    @Override
    public void plan(RepairDraft draft) {
        String what = "Default privileges on " + word(rule.type()) + " of "
                + rule.creator().shown() + " " + where();
        Name grantee = rule.grantee().role();
        Name schema = rule.schema();
        if (draft.refusedForLackOf("", what, rule.creator())
                || grantee != null && draft.refusedForLackOf("", what, grantee)
                || schema != null && draft.refusedForLackOfSchema("", schema)) {
            return;
        }
        SortedSet<Privilege> left = left(draft);
        if (left.isEmpty()) {
            return;
        }
        if (!rule.granted() && schema != null && !holdsAny(draft)) {
            draft.refuse(
                    "",
                    what,
                    "no rule of this schema gives it, and a rule for a schema cannot take away what comes from elsewhere:"
                            + " only the rule for any schema can",
                    AlterDefault.revoke(rule.creator(), null, rule.type(), rule.grantee(), left)
                            .statement()
                            .text());
            return;
        }
        Optional<List<String>> authorised =
                draft.authorise("", what, may -> may.alterDefaultPrivileges(rule.creator()), rule.creator());
        authorised.ifPresent(required -> add(draft, what, left, required));
    }

    private void add(RepairDraft draft, String what, SortedSet<Privilege> left, List<String> required) {
        Sql words = PrivilegeWords.known(left);
        Sql grant = DefaultSql.grant(rule.creator(), rule.schema(), words, rule.type(), rule.grantee());
        Sql revoke = DefaultSql.revoke(rule.creator(), rule.schema(), words, rule.type(), rule.grantee());
        draft.add(new StepDraft(
                        (rule.granted() ? "give-" : "take-")
                                + StepId.extra(rule.creator(), rule.schema(), rule.type(), rule.grantee()),
                        StepGroup.CHANGE,
                        "",
                        rule.granted() ? grant : revoke,
                        rule.granted()
                                ? new GrantDefault(rule.creator(), rule.schema(), rule.type(), rule.grantee(), left)
                                : new RevokeDefault(rule.creator(), rule.schema(), rule.type(), rule.grantee(), left))
                .because(what + (rule.granted() ? " will give " : " will no more give ") + words.text() + " to "
                        + rule.grantee().shown() + "; what is there already stays as it is.")
                .undoneBy(rule.granted() ? revoke : grant)
                .undoNote(losesOption(draft, left) ? "The undo gives it back without grant option." : "")
                .hazard(rule.granted() ? Hazard.ACCESS_WIDENED : Hazard.ACCESS_NARROWED)
                .requires(required));
    }

    private List<AclItem> entries(RepairDraft draft) {
        return rule.row().acl(draft.state()).stream()
                .filter(item -> item.grantee().equals(rule.grantee()))
                .toList();
    }

    private boolean losesOption(RepairDraft draft, SortedSet<Privilege> left) {
        return !rule.granted()
                && entries(draft).stream()
                        .anyMatch(item -> item.privileges().entrySet().stream()
                                .anyMatch(entry -> entry.getValue() && left.contains(entry.getKey())));
    }

    private boolean holdsAny(RepairDraft draft) {
        List<Privilege> held = new ArrayList<>();
        entries(draft).forEach(item -> held.addAll(item.held()));
        return held.stream().anyMatch(privilege -> rule.privileges().contains(privilege));
    }

    /** What a GRANT adds, or what a REVOKE takes; of a schema's rule that gives none of it, all, to be refused. */
    private SortedSet<Privilege> left(RepairDraft draft) {
        SortedSet<Privilege> left = new TreeSet<>(rule.privileges());
        SortedSet<Privilege> held = new TreeSet<>();
        entries(draft).forEach(item -> held.addAll(item.held()));
        if (rule.granted()) {
            left.removeAll(held);
        } else if (!held.isEmpty() || rule.schema() == null || !comesFromElsewhere(draft)) {
            left.retainAll(held);
        }
        return left;
    }

    /** Whether the rule for any schema, or the server by itself, gives what is to be taken. */
    private boolean comesFromElsewhere(RepairDraft draft) {
        return AlterDefault.revoke(rule.creator(), null, rule.type(), rule.grantee(), rule.privileges())
                .row()
                .acl(draft.state())
                .stream()
                .filter(item -> item.grantee().equals(rule.grantee()))
                .anyMatch(item -> item.held().stream()
                        .anyMatch(privilege -> rule.privileges().contains(privilege)));
    }

    private String where() {
        Name schema = rule.schema();
        return schema == null ? "in any schema" : "in " + schema.shown();
    }

    private static String word(ObjectType type) {
        return type.word().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Name> roles() {
        Name grantee = rule.grantee().role();
        return grantee == null ? List.of(rule.creator()) : List.of(rule.creator(), grantee);
    }
}
