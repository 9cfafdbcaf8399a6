package dev.plumbline.plan;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Make a role a member of another, from 16 with its options written out. */
public record StagedMembership(Name role, Name member, boolean inherit, boolean set) implements StagedChange {
    @Override
    public void plan(RepairDraft draft) {
        String what = "Membership of " + member.shown() + " in " + role.shown();
        if (draft.refusedForLackOf("", what, role, member)) {
            return;
        }
        boolean options = draft.version().hasMembershipOptions();
        Name grantor = draft.capability().grantorOfMembership(role).orElse(null);
        Optional<Membership> held = draft.state().memberships().stream()
                .filter(edge -> edge.role().equals(role)
                        && edge.member().equals(member)
                        && (!options || Objects.equals(edge.grantor(), grantor)))
                .findFirst();
        if (held.isPresent()
                && (!options || held.get().inherit() == inherit && held.get().set() == set)) {
            return;
        }
        Optional<List<String>> authorised = draft.authorise("", what, may -> may.grantMembership(role, member));
        if (authorised.isEmpty()) {
            return;
        }
        draft.add(new StepDraft(
                        "join-" + StepId.word(role.text()) + "-" + StepId.word(member.text()),
                        StepGroup.CHANGE,
                        "",
                        options
                                ? MembershipSql.withOptions(role, member, inherit, set)
                                : MembershipSql.grant(role, member),
                        new GrantMembership(role, member, grantor, options ? inherit : null, options ? set : null))
                .because(reason(draft))
                .undoneBy(
                        held.isPresent()
                                ? MembershipSql.withOptions(
                                        role,
                                        member,
                                        held.get().inherit(),
                                        held.get().set())
                                : MembershipSql.revoke(role, member, grantor, draft.version()))
                .hazard(Hazard.ACCESS_WIDENED)
                .requires(authorised.get()));
    }

    private String reason(RepairDraft draft) {
        boolean byAttribute = draft.state().role(member).map(Role::inherit).orElse(true);
        boolean inherits = draft.version().hasMembershipOptions() ? inherit : byAttribute;
        return member.shown() + " becomes a member of " + role.shown()
                + (inherits ? " and holds its privileges." : " without its privileges: it has to SET ROLE.");
    }

    @Override
    public List<Name> roles() {
        return List.of(role, member);
    }
}
