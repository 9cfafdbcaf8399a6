package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
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
        return before.withCatalog(MembershipEdit.granting(
                before.catalog(), role, member, grantor, options ? inherit : null, options ? set : null));
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
