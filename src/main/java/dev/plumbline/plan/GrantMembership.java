package dev.plumbline.plan;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GRANT role TO member. {@code grantor} is as whom the server records it. {@code inherit} and {@code set} are the options written out, null
 * where not: a new membership then takes INHERIT from the member's attribute and SET TRUE, an existing one keeps what it has (manual GRANT,
 * from 16). Before 16 granting what is held changes nothing.
 */
public record GrantMembership(
        Name role,
        Name member,
        @Nullable Name grantor,
        @Nullable Boolean inherit,
        @Nullable Boolean set) implements Change {
    @Override
    public Snapshot applyTo(Snapshot before) {
        List<Membership> memberships = new ArrayList<>(before.memberships());
        Optional<Membership> held = memberships.stream()
                .filter(edge -> isSame(edge, before.server().version().hasMembershipOptions()))
                .findFirst();
        held.ifPresent(memberships::remove);
        memberships.add(held.map(this::changed).orElseGet(() -> made(before)));
        return before.withMemberships(memberships);
    }

    @Override
    public List<StateFact> facts() {
        return List.of(new MembershipFact(role, member));
    }

    @Override
    public Set<String> keys(Snapshot before) {
        return Set.of(CatalogKey.membership(role, member, grantor));
    }

    private boolean isSame(Membership edge, boolean oneForEachGrantor) {
        return edge.role().equals(role)
                && edge.member().equals(member)
                && (!oneForEachGrantor || java.util.Objects.equals(edge.grantor(), grantor));
    }

    private Membership changed(Membership held) {
        return new Membership(
                role,
                member,
                held.grantor(),
                held.admin(),
                inherit == null ? held.inherit() : inherit,
                set == null ? held.set() : set);
    }

    private Membership made(Snapshot before) {
        boolean byAttribute = before.role(member).map(Role::inherit).orElse(true);
        return new Membership(
                role, member, grantor, false, inherit == null ? byAttribute : inherit, set == null || set);
    }
}
