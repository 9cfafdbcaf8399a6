package dev.plumbline.access.change;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Memberships as GRANT and REVOKE of a role leave them; from PostgreSQL 16 each grantor's grant is one of its own (manual GRANT). */
public final class MembershipEdit {
    private MembershipEdit() {}

    /**
     * {@code inherit} and {@code set} are the options written out, null where not: a new membership then takes INHERIT from the member's attribute and SET TRUE, an
     * existing one keeps what it has.
     */
    public static Snapshot granting(
            Snapshot before,
            Name role,
            Name member,
            @Nullable Name grantor,
            @Nullable Boolean inherit,
            @Nullable Boolean set) {
        boolean oneForEachGrantor = before.server().version().hasMembershipOptions();
        List<Membership> memberships = new ArrayList<>(before.memberships());
        Optional<Membership> held = memberships.stream()
                .filter(edge -> edge.role().equals(role)
                        && edge.member().equals(member)
                        && (!oneForEachGrantor || Objects.equals(edge.grantor(), grantor)))
                .findFirst();
        held.ifPresent(memberships::remove);
        boolean byAttribute = before.role(member).map(Role::inherit).orElse(true);
        memberships.add(held.map(edge -> new Membership(
                        role,
                        member,
                        edge.grantor(),
                        edge.admin(),
                        inherit == null ? edge.inherit() : inherit,
                        set == null ? edge.set() : set))
                .orElseGet(() -> new Membership(
                        role, member, grantor, false, inherit == null ? byAttribute : inherit, set == null || set)));
        return before.withMemberships(memberships);
    }

    /** From 16 on only the membership that {@code grantor} granted. */
    public static Snapshot revoking(Snapshot before, Name role, Name member, @Nullable Name grantor) {
        boolean oneForEachGrantor = before.server().version().hasMembershipOptions();
        return before.withMemberships(before.memberships().stream()
                .filter(edge -> !(edge.role().equals(role)
                        && edge.member().equals(member)
                        && (!oneForEachGrantor || Objects.equals(edge.grantor(), grantor))))
                .toList());
    }
}
