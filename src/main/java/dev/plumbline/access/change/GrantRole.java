package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * GRANT role TO member. From 16 the options are written out, and a grant by {@code grantor} that is there gets them. Before 16 the member's own INHERIT
 * decides, which {@link InheritByRole} changes, and SET is always there.
 */
public record GrantRole(Name role, Name member, Name grantor, boolean inherit, boolean set) implements AccessChange {
    /** A membership that passes its privileges on. */
    public static GrantRole inheriting(Name role, Name member, Name grantor) {
        return new GrantRole(role, member, grantor, true, true);
    }

    /** As whom the server records a membership that a superuser grants: the bootstrap superuser from 16 on, before the login itself. */
    public static Name recordedAs(AccessSnapshot snapshot) {
        Name login = snapshot.catalog().server().login();
        return snapshot.version().hasMembershipOptions()
                ? snapshot.catalog().bootstrapSuperuser().map(Role::name).orElse(login)
                : login;
    }

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
                    same && options ? new Membership(role, member, edge.grantor(), edge.admin(), inherit, set) : edge);
        }
        if (!found) {
            boolean byAttribute =
                    before.catalog().role(member).map(Role::inherit).orElse(true);
            edges.add(new Membership(role, member, grantor, false, options ? inherit : byAttribute, !options || set));
        }
        return before.withCatalog(before.catalog().withMemberships(edges));
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        return List.of(
                before.version().hasMembershipOptions()
                        ? Sql.of("GRANT %I TO %I WITH INHERIT %s, SET %s", role, member, word(inherit), word(set))
                        : Sql.of("GRANT %I TO %I", role, member));
    }

    private static Sql word(boolean on) {
        return on ? Sql.of("TRUE") : Sql.of("FALSE");
    }
}
