package dev.plumbline.plan;

import dev.plumbline.access.defaults.DefaultSql;
import dev.plumbline.drift.Finding.DefaultPrivilegeExtra;
import dev.plumbline.drift.Finding.DefaultPrivilegeOfWrongCreator;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Default privileges that nobody asked for, or that another creator's objects carry, are revoked when a person chooses so. */
final class ExtraPlanner {
    private ExtraPlanner() {}

    static boolean plan(RepairDraft draft, String checkCode, DefaultPrivilegeExtra extra) {
        return revoke(
                draft,
                checkCode,
                extra.creator(),
                extra.schema(),
                extra.type(),
                extra.grantee(),
                extra.extra(),
                "the ownership model does not ask for it");
    }

    static boolean plan(RepairDraft draft, String checkCode, DefaultPrivilegeOfWrongCreator wrong) {
        DefaultPrivilege found = wrong.found();
        TreeSet<Privilege> privileges = new TreeSet<>();
        found.acl().stream()
                .filter(item -> item.grantee().is(wrong.rule().grantee()))
                .map(AclItem::held)
                .forEach(privileges::addAll);
        privileges.retainAll(wrong.rule().privileges());
        return revoke(
                draft,
                checkCode,
                found.creator(),
                found.schema(),
                found.type(),
                Grantee.role(wrong.rule().grantee()),
                privileges,
                "the model asks for it of " + wrong.rule().creator().shown());
    }

    private static boolean revoke(
            RepairDraft draft,
            String checkCode,
            Name creator,
            @Nullable Name schema,
            ObjectType type,
            Grantee grantee,
            SortedSet<Privilege> privileges,
            String why) {
        String what = "Default privileges on " + type.word().toLowerCase(Locale.ROOT) + " of " + creator.shown();
        Optional<Sql> words = PrivilegeWords.of(privileges);
        if (words.isEmpty()) {
            draft.refuse(checkCode, what, "one of " + privileges + " has no word this program knows", "");
            return false;
        }
        Optional<List<String>> authorised = draft.authorise(
                checkCode, what, may -> may.alterDefaultPrivileges(creator), borrowable(draft, creator));
        if (authorised.isEmpty()) {
            return false;
        }
        draft.add(new StepDraft(
                        StepId.extra(creator, schema, type, grantee),
                        StepGroup.EXTRA,
                        checkCode,
                        DefaultSql.revoke(creator, schema, words.get(), type, grantee),
                        new RevokeDefault(creator, schema, type, grantee, privileges))
                .because(what + " give " + words.get().text() + " to " + grantee.shown() + "; " + why + ".")
                .undoneBy(DefaultSql.grant(creator, schema, words.get(), type, grantee))
                .hazard(Hazard.ACCESS_NARROWED)
                .requires(authorised.get()));
        return true;
    }

    /** Only the roles of the model are borrowed; whoever else created the rule is not ours to become. */
    private static Name[] borrowable(RepairDraft draft, Name creator) {
        boolean ours = draft.concern().roles().contains(creator);
        return ours ? new Name[] {creator} : new Name[0];
    }
}
