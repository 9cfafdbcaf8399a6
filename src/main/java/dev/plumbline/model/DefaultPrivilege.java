package dev.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What objects that {@code creator} creates from now on will carry (manual ALTER DEFAULT PRIVILEGES). A null {@code schema} is the rule for
 * any schema, which replaces the built-in default; a rule for a schema only adds to it.
 */
public record DefaultPrivilege(Name creator, @Nullable Name schema, ObjectType type, List<AclItem> acl) {
    public DefaultPrivilege {
        acl = acl.stream().sorted().toList();
    }
}
