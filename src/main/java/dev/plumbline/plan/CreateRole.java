package dev.plumbline.plan;

import dev.plumbline.access.Capability;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * CREATE ROLE with no attribute but LOGIN or NOLOGIN. From 16 on a creator who is not a superuser becomes a member WITH ADMIN, by grant of
 * the bootstrap superuser (manual CREATE ROLE, "Notes"); {@code createrole_self_grant} is taken to be empty, as a run sets it.
 */
public record CreateRole(Name role, boolean login) implements Change {
    @Override
    public Snapshot applyTo(Snapshot before) {
        List<Role> roles = new ArrayList<>(before.roles());
        roles.add(Role.planned(role, login));
        Snapshot after = before.withRoles(roles);
        return automatic(before)
                .map(membership -> {
                    List<Membership> memberships = new ArrayList<>(before.memberships());
                    memberships.add(membership);
                    return after.withMemberships(memberships);
                })
                .orElse(after);
    }

    @Override
    public List<StateFact> facts() {
        return List.of(new RoleFact(role));
    }

    @Override
    public Set<String> keys(Snapshot before) {
        return automatic(before)
                .map(edge -> Set.of(
                        CatalogKey.role(role), CatalogKey.membership(edge.role(), edge.member(), edge.grantor())))
                .orElse(Set.of(CatalogKey.role(role)));
    }

    private Optional<Membership> automatic(Snapshot before) {
        Name creator = before.server().login();
        if (!before.server().version().hasMembershipOptions()
                || Capability.of(before).isSuperuser()) {
            return Optional.empty();
        }
        Name grantor = before.bootstrapSuperuser().map(Role::name).orElse(null);
        return Optional.of(new Membership(role, creator, grantor, true, false, false));
    }
}
