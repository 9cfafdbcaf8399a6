package dev.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that default privileges speak of. {@code identity} is the name within the schema, for functions with the argument types as the
 * server writes them; {@code acl} null is the built-in default.
 */
public record OwnedObject(
        long oid,
        ObjectType type,
        Name schema,
        Sql identity,
        String shown,
        Name owner,
        @Nullable List<AclItem> acl) {
    public OwnedObject {
        acl = AclItem.inOrder(acl);
    }
}
