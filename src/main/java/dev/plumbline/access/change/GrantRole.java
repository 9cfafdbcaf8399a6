package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * GRANT role TO member, inheriting. From 16 the option is written out; a grant by {@code grantor} that is there gets it. Before 16 the member's own
 * INHERIT decides, which {@link InheritByRole} changes.
 */
public record GrantRole(Name role, Name member, Name grantor) implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        boolean options = before.version().hasMembershipOptions();
        List<Membership> edges = new ArrayList<>();
        boolean found = false;
        for (Membership edge : before.catalog().memberships()) {
            boolean same = edge.role().equals(role)
                    && edge.member().equals(member)
                    && (!options || grantor.equals(edge.grantor()));
            found |= same;
            edges.add(
                    same && options
                            ? new Membership(role, member, edge.grantor(), edge.admin(), true, edge.set())
                            : edge);
        }
        if (!found) {
            boolean inherit =
                    options || before.catalog().role(member).map(Role::inherit).orElse(true);
            edges.add(new Membership(role, member, grantor, false, inherit, true));
        }
        return before.withCatalog(before.catalog().withMemberships(edges));
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        return List.of(
                before.version().hasMembershipOptions()
                        ? Sql.of("GRANT %I TO %I WITH INHERIT TRUE", role, member)
                        : Sql.of("GRANT %I TO %I", role, member));
    }
}
