package dev.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What objects that {@code creator} creates from now on will carry (manual ALTER DEFAULT PRIVILEGES). A null {@code schema} is the rule for
 * any schema, which replaces the built-in default; a rule for a schema only adds to it.
 *
 * <p>On CockroachDB a rule FOR ALL ROLES has {@link #ALL_ROLES} for a creator, where readers keep such rules apart: a name that no role can have there.
 */
public record DefaultPrivilege(Name creator, @Nullable Name schema, ObjectType type, List<AclItem> acl) {
    public static final Name ALL_ROLES = Name.of("ALL ROLES");

    public DefaultPrivilege {
        acl = acl.stream().sorted().toList();
    }

    /** True for a rule FOR ALL ROLES. */
    public boolean isForAllRoles() {
        return creator.equals(ALL_ROLES);
    }
}
