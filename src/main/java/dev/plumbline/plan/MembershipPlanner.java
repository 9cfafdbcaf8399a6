package dev.plumbline.plan;

import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The app user becomes a member of the owner role and inherits from it. */
final class MembershipPlanner {
    private MembershipPlanner() {}

    static boolean plan(RepairDraft draft, String checkCode, Name role, Name member) {
        String what = "Membership of " + member.shown() + " in " + role.shown();
        if (draft.refusedForLackOf(checkCode, what, role, member)) {
            return false;
        }
        if (needsAttribute(draft, member) && !alterMember(draft, checkCode, role, member)) {
            return false;
        }
        return inherits(draft, role, member) || grant(draft, checkCode, what, role, member);
    }

    private static boolean inherits(RepairDraft draft, Name role, Name member) {
        return RoleGraph.of(draft.state()).inheritingPath(member, role).isPresent();
    }

    /** Before 16 a NOINHERIT role inherits through no membership. */
    private static boolean needsAttribute(RepairDraft draft, Name member) {
        boolean inherit = draft.state().role(member).map(Role::inherit).orElse(true);
        return !inherit
                && !draft.version().hasMembershipOptions()
                && !draft.version().isCockroach();
    }

    private static boolean alterMember(RepairDraft draft, String checkCode, Name role, Name member) {
        String what = "ALTER ROLE of " + member.shown();
        if (draft.authorise(checkCode, what, may -> may.alterRole(member)).isEmpty()) {
            return false;
        }
        draft.add(new StepDraft(
                        StepId.APP_INHERIT,
                        StepGroup.REPAIR,
                        checkCode,
                        Sql.of("ALTER ROLE %I INHERIT", member),
                        new AlterRoleInherit(member, true))
                .because(member.shown() + " is NOINHERIT and so holds nothing of " + role.shown()
                        + "; it will inherit through all its memberships.")
                .undoneBy(Sql.of("ALTER ROLE %I NOINHERIT", member))
                .hazard(Hazard.ACCESS_WIDENED));
        return true;
    }

    private static boolean grant(RepairDraft draft, String checkCode, String what, Name role, Name member) {
        Optional<List<String>> authorised = draft.authorise(checkCode, what, may -> may.grantMembership(role, member));
        if (authorised.isEmpty()) {
            return false;
        }
        Name grantor = dev.plumbline.access.Capability.of(draft.state())
                .grantorOfMembership(role)
                .orElse(null);
        Optional<Membership> held = held(draft, role, member, grantor);
        boolean spelled = mustSpellInherit(draft, held, member);
        Sql sql = spelled ? MembershipSql.withInherit(role, member, true) : MembershipSql.grant(role, member);
        Change change = new GrantMembership(role, member, grantor, spelled ? Boolean.TRUE : null, null);
        StepDraft step = new StepDraft(StepId.MEMBERSHIP, StepGroup.REPAIR, checkCode, sql, change)
                .because(reason(draft, role, member))
                .undoneBy(
                        held.isPresent()
                                ? MembershipSql.withInherit(role, member, false)
                                : MembershipSql.revoke(role, member, grantor, draft.version()))
                .hazard(Hazard.ACCESS_WIDENED)
                .requires(draft.creationOf(role, member))
                .requires(authorised.get());
        if (draft.hasStep(StepId.APP_INHERIT)) {
            step.requires(List.of(StepId.APP_INHERIT));
        }
        draft.add(step);
        return true;
    }

    /** From 16 on INHERIT is an option of the grant: of an existing one it stays, for a new one it follows the member's attribute. */
    private static boolean mustSpellInherit(RepairDraft draft, Optional<Membership> held, Name member) {
        boolean byAttribute = draft.state().role(member).map(Role::inherit).orElse(true);
        return draft.version().hasMembershipOptions() && (held.isPresent() || !byAttribute);
    }

    private static Optional<Membership> held(RepairDraft draft, Name role, Name member, @Nullable Name grantor) {
        return draft.state().memberships().stream()
                .filter(edge -> edge.role().equals(role)
                        && edge.member().equals(member)
                        && Objects.equals(edge.grantor(), grantor))
                .findFirst();
    }

    private static String reason(RepairDraft draft, Name role, Name member) {
        boolean isMember =
                RoleGraph.of(draft.state()).shortestPath(member, role).isPresent();
        long objects = draft.state().objects().stream()
                .filter(object -> object.owner().equals(role))
                .count();
        String gains = objects == 0
                ? ""
                : " It gains the owner's rights on " + objects + (objects == 1 ? " object." : " objects.");
        return member.shown()
                + (isMember ? " is a member of " : " is not a member of ")
                + role.shown()
                + (isMember ? " but does not inherit from it." : ".")
                + gains;
    }
}
