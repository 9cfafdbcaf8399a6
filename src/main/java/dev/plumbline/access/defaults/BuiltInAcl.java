package dev.plumbline.access.defaults;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.ServerVersion;
import java.util.List;
import java.util.TreeMap;

/** What an object carries when nobody granted anything ({@code acldefault()} of the server; manual 5.8, table 5.2). */
public final class BuiltInAcl {
    private BuiltInAcl() {}

    public static List<AclItem> of(ObjectType type, Name owner, ServerVersion version) {
        return of(type.kind(), owner, version);
    }

    /** What a rule for any schema begins with: on CockroachDB without the owner, whose ALL no rule gives or takes. */
    public static List<AclItem> beforeRules(ObjectType type, Name owner, ServerVersion version) {
        return of(type, owner, version).stream()
                .filter(item -> !version.isCockroach() || item.grantee().isPublic())
                .toList();
    }

    /** The same of every kind; a column carries nothing of its own. */
    public static List<AclItem> of(ObjectKind kind, Name owner, ServerVersion version) {
        if (kind == ObjectKind.COLUMN) {
            return List.of();
        }
        AclItem ofOwner = AclItem.of(owner, owner, kind.privileges(version));
        if (kind.ofPublic().isEmpty()) {
            return List.of(ofOwner);
        }
        TreeMap<Privilege, Boolean> ofPublic = new TreeMap<>();
        kind.ofPublic().list().forEach(privilege -> ofPublic.put(privilege, false));
        return List.of(new AclItem(Grantee.PUBLIC, Grantee.role(owner), ofPublic), ofOwner);
    }
}
