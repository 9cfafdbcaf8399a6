package dev.plumbline.plan;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/** What an object carries when nobody granted anything ({@code acldefault()} of the server; manual 5.8, table 5.2). */
final class BuiltInAcl {
    private static final List<Privilege> OF_TABLES = List.of(
            Privilege.SELECT,
            Privilege.INSERT,
            Privilege.UPDATE,
            Privilege.DELETE,
            Privilege.TRUNCATE,
            Privilege.REFERENCES,
            Privilege.TRIGGER);

    private BuiltInAcl() {}

    static List<AclItem> of(ObjectType type, Name owner, ServerVersion version) {
        List<AclItem> items = new ArrayList<>();
        if (type == ObjectType.FUNCTIONS) {
            items = AclEdit.granting(items, Grantee.PUBLIC, Grantee.role(owner), List.of(Privilege.EXECUTE));
        } else if (type == ObjectType.TYPES) {
            items = AclEdit.granting(items, Grantee.PUBLIC, Grantee.role(owner), List.of(Privilege.USAGE));
        }
        return AclEdit.granting(items, Grantee.role(owner), Grantee.role(owner), ownersPrivileges(type, version));
    }

    private static List<Privilege> ownersPrivileges(ObjectType type, ServerVersion version) {
        return switch (type) {
            case TABLES -> tables(version);
            case SEQUENCES -> List.of(Privilege.SELECT, Privilege.UPDATE, Privilege.USAGE);
            case FUNCTIONS -> List.of(Privilege.EXECUTE);
            case TYPES -> List.of(Privilege.USAGE);
            case SCHEMAS -> List.of(Privilege.USAGE, Privilege.CREATE);
            case LARGE_OBJECTS -> List.of(Privilege.SELECT, Privilege.UPDATE);
        };
    }

    /** MAINTAIN exists from 17 on. */
    private static List<Privilege> tables(ServerVersion version) {
        List<Privilege> privileges = new ArrayList<>(OF_TABLES);
        if (version.isPostgresAtLeast(17)) {
            privileges.add(Privilege.MAINTAIN);
        }
        return privileges;
    }
}
