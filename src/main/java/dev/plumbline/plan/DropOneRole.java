package dev.plumbline.plan;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** DROP ROLE: the role goes with its {@code memberships}, both of others in it and of it in others; the server refuses where anything else depends on it. */
public record DropOneRole(Name role, List<Membership> memberships) implements Change {
    public DropOneRole {
        memberships = List.copyOf(memberships);
    }

    @Override
    public Snapshot applyTo(Snapshot before) {
        return before.withRoles(before.roles().stream()
                        .filter(found -> !found.name().equals(role))
                        .toList())
                .withMemberships(before.memberships().stream()
                        .filter(edge ->
                                !edge.role().equals(role) && !edge.member().equals(role))
                        .toList());
    }

    @Override
    public List<StateFact> facts() {
        List<StateFact> facts = new ArrayList<>(List.of(new RoleFact(role)));
        memberships.forEach(edge -> facts.add(new MembershipFact(edge.role(), edge.member())));
        return facts;
    }

    @Override
    public Set<String> keys(Snapshot before) {
        Set<String> keys = new HashSet<>(Set.of(CatalogKey.role(role)));
        memberships.forEach(edge -> keys.add(CatalogKey.membership(edge.role(), edge.member(), edge.grantor())));
        return keys;
    }
}
