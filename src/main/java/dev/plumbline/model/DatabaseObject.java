package dev.plumbline.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that privileges are granted on. {@code schema} is null where the kind has none; {@code detail} tells the relation's relkind, the
 * type's typtype, a routine's identity arguments, else it is empty. {@code owner} is a number of {@link RoleIndex}; {@code acl} null is the
 * server's NULL, the built-in default. Large objects are named by their oid. Columns are {@link Column}.
 */
public record DatabaseObject(
        ObjectKind kind,
        long oid,
        @Nullable Name schema,
        String name,
        String detail,
        int owner,
        @Nullable AccessList acl,
        ObjectOrigin origin) {

    /** The ACL that counts: the stored one, or what stands for NULL. */
    public AccessList effectiveAcl() {
        return acl != null ? acl : AccessList.builtIn(kind, owner);
    }

    public DatabaseObject withAcl(AccessList changed) {
        return new DatabaseObject(kind, oid, schema, name, detail, owner, changed, origin);
    }

    public DatabaseObject ownedBy(int newOwner, @Nullable AccessList changed) {
        return new DatabaseObject(kind, oid, schema, name, detail, newOwner, changed, origin);
    }

    /** The first letter of the detail; a blank where there is none. */
    public char letter() {
        return detail.isEmpty() ? ' ' : detail.charAt(0);
    }

    /** The name for screens, deceiving characters escaped: {@code ledger.entries}, {@code ledger.post(integer)}. */
    public String shown() {
        String bare = Visible.text(name) + (kind == ObjectKind.ROUTINE ? "(" + Visible.text(detail) + ")" : "");
        return schema == null || kind == ObjectKind.SCHEMA ? bare : schema.shown() + "." + bare;
    }
}
