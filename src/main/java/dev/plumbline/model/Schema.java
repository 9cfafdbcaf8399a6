package dev.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema; a null {@code acl} is the server's NULL: the owner alone holds everything (manual 5.8). */
public record Schema(
        long oid, Name name, Name owner, @Nullable List<AclItem> acl) {
    public Schema {
        acl = AclItem.inOrder(acl);
    }
}
