package dev.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column, type, language, foreign-data wrapper, foreign server, tablespace, large object or parameter with its owner and ACL, as far as a plan speaks of it. A column
 * has the schema, name and owner of its relation; a large object's name is its oid, a parameter's owner the bootstrap superuser. A null {@code acl} is the server's
 * NULL: the built-in default, for a column nothing (PostgreSQL manual 5.8).
 */
public record OtherObject(
        ObjectKey key,
        @Nullable Name schema,
        Name name,
        @Nullable Name column,
        Name owner,
        @Nullable List<AclItem> acl) {
    public OtherObject {
        acl = AclItem.inOrder(acl);
    }

    public ObjectKind kind() {
        return key.kind();
    }

    public OtherObject with(Name newOwner, @Nullable List<AclItem> changed) {
        return new OtherObject(key, schema, name, column, newOwner, changed);
    }

    /** {@code column ledger.entries.amount}, {@code language plpgsql}. */
    public String shown() {
        String bare = (schema == null ? "" : schema.shown() + ".")
                + name.shown()
                + (column == null ? "" : "." + column.shown());
        return words() + " " + bare;
    }

    private String words() {
        return switch (key.kind()) {
            case FOREIGN_DATA_WRAPPER -> "foreign-data wrapper";
            case FOREIGN_SERVER -> "foreign server";
            case LARGE_OBJECT -> "large object";
            default -> key.kind().word();
        };
    }
}
