package dev.plumbline.plan;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import java.util.List;
import java.util.Optional;

/** End a membership: every grant of it, a step for each grantor (from 16 another grantor's grant would keep it alive). */
public record StagedLeave(Name role, Name member) implements StagedChange {
    @Override
    public void plan(RepairDraft draft) {
        List<Membership> grants = draft.state().memberships().stream()
                .filter(edge -> edge.role().equals(role) && edge.member().equals(member))
                .toList();
        for (Membership grant : grants) {
            leave(draft, grant);
        }
    }

    private void leave(RepairDraft draft, Membership grant) {
        Name grantor = grant.grantor();
        String what = "Ending the membership of " + member.shown() + " in " + role.shown();
        Optional<List<String>> authorised = draft.authorise("", what, may -> may.revokeMembership(role));
        if (authorised.isEmpty()) {
            return;
        }
        boolean options = draft.version().hasMembershipOptions();
        draft.add(new StepDraft(
                        "leave-" + StepId.word(role.text()) + "-" + StepId.word(member.text())
                                + (grantor == null ? "" : "-by-" + StepId.word(grantor.text())),
                        StepGroup.CHANGE,
                        "",
                        MembershipSql.revoke(role, member, grantor, draft.version()),
                        new RevokeMembership(role, member, grantor))
                .because(member.shown() + " is no more a member of " + role.shown()
                        + (grantor == null || !options ? "." : " by the grant of " + grantor.shown() + "."))
                .undoneBy(
                        options
                                ? MembershipSql.withOptions(role, member, grant.inherit(), grant.set())
                                : MembershipSql.grant(role, member))
                .undoNote(grant.admin() ? "The undo gives the membership back without its ADMIN option." : "")
                .hazard(Hazard.ACCESS_NARROWED)
                .requires(authorised.get()));
    }

    @Override
    public List<Name> roles() {
        return List.of(role, member);
    }
}
