package dev.plumbline.plan;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** ALTER ROLE … INHERIT or NOINHERIT. Before 16 it counts for every membership of the role; from 16 on only for later ones. */
public record AlterRoleInherit(Name role, boolean inherit) implements Change {
    @Override
    public Snapshot applyTo(Snapshot before) {
        List<Role> roles = before.roles().stream()
                .map(found -> found.name().equals(role) ? altered(found) : found)
                .toList();
        Snapshot after = before.withRoles(roles);
        if (before.server().version().hasMembershipOptions()) {
            return after;
        }
        return after.withMemberships(before.memberships().stream()
                .map(edge -> edge.member().equals(role) ? altered(edge) : edge)
                .toList());
    }

    @Override
    public List<StateFact> facts() {
        return List.of(new RoleFact(role));
    }

    @Override
    public Set<String> keys(Snapshot before) {
        Set<String> keys = new HashSet<>(Set.of(CatalogKey.role(role)));
        if (!before.server().version().hasMembershipOptions()) {
            before.memberships().stream()
                    .filter(edge -> edge.member().equals(role))
                    .forEach(edge -> keys.add(CatalogKey.membership(edge.role(), role, edge.grantor())));
        }
        return keys;
    }

    private Role altered(Role found) {
        return new Role(
                found.oid(),
                found.name(),
                found.superuser(),
                inherit,
                found.createRole(),
                found.createDatabase(),
                found.login(),
                found.replication(),
                found.bypassRowSecurity(),
                found.connectionLimit(),
                found.validUntil());
    }

    private Membership altered(Membership edge) {
        return new Membership(edge.role(), edge.member(), edge.grantor(), edge.admin(), inherit, edge.set());
    }
}
