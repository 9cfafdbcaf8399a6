package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.List;

/** ALTER ROLE … INHERIT: before 16 it makes all the role's memberships pass privileges on (manual CREATE ROLE). */
public record InheritByRole(Name role) implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        List<Role> roles = before.catalog().roles().stream()
                .map(found -> found.name().equals(role) ? found.inheriting() : found)
                .toList();
        List<Membership> edges = before.catalog().memberships().stream()
                .map(edge -> edge.member().equals(role) && !before.version().hasMembershipOptions()
                        ? new Membership(edge.role(), edge.member(), edge.grantor(), edge.admin(), true, edge.set())
                        : edge)
                .toList();
        return before.withCatalog(before.catalog().withRoles(roles).withMemberships(edges));
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        return List.of(Sql.of("ALTER ROLE %I INHERIT", role));
    }
}
