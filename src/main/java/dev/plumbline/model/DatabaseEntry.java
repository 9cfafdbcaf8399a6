package dev.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connected database's own row of {@code pg_database}; a null {@code acl} is the built-in default: CONNECT and TEMPORARY for PUBLIC. */
public record DatabaseEntry(
        long oid,
        Name name,
        Name owner,
        @Nullable List<AclItem> acl,
        int connectionLimit,
        String encoding,
        String collation) {
    public DatabaseEntry {
        acl = AclItem.inOrder(acl);
    }
}
