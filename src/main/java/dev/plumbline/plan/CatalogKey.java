package dev.plumbline.plan;

import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OtherObject;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Sql;
import org.jspecify.annotations.Nullable;

/** Keys of the lines of a {@link CatalogText}: equal exactly when the lines speak of the same thing. */
final class CatalogKey {
    static final String DATABASE_OWNER = "3 database owner";

    private CatalogKey() {}

    static String role(Name role) {
        return "1 role " + Sql.quoted(role);
    }

    static String membership(Name role, Name member, @Nullable Name grantor) {
        return "2 member " + Sql.quoted(role) + " " + Sql.quoted(member) + " " + quoted(grantor);
    }

    static String databaseAcl(Grantee grantee, Grantee grantor) {
        return "4 database acl " + of(grantee) + " " + of(grantor);
    }

    static String defaultPrivilege(
            Name creator, @Nullable Name schema, ObjectType type, Grantee grantee, Grantee grantor) {
        return "5 default " + Sql.quoted(creator) + " " + quoted(schema) + " " + type.word() + " " + of(grantee) + " "
                + of(grantor);
    }

    static String object(OwnedObject object) {
        return "6 object " + Sql.quoted(object.schema()) + " " + object.type().word() + " "
                + object.identity().text();
    }

    static String other(OtherObject other) {
        Name schema = other.schema();
        Name column = other.column();
        return "6 other " + other.kind().word() + " " + quoted(schema) + " " + Sql.quoted(other.name()) + " "
                + quoted(column);
    }

    static String schema(Name schema) {
        return "6 schema " + Sql.quoted(schema);
    }

    /** Of one entry in the list of what that key is the owner's line of. */
    static String entry(String ofWhat, Grantee grantee, Grantee grantor) {
        return ofWhat + " acl " + of(grantee) + " " + of(grantor);
    }

    /** True of a line that is left out where nothing changes: schemas and what is in them. */
    static boolean isOfObject(String key) {
        return key.startsWith("6 ");
    }

    private static String quoted(@Nullable Name name) {
        return name == null ? "-" : Sql.quoted(name);
    }

    private static String of(Grantee grantee) {
        Name role = grantee.role();
        return role == null ? "-" + grantee.danglingOid() : Sql.quoted(role);
    }
}
