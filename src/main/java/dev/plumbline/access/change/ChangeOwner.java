package dev.plumbline.access.change;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Objects;

/**
 * ALTER … OWNER TO of one object. In a stored list the old owner becomes the new one as grantee and as grantor, and entries that become alike are joined; the old
 * owner keeps only what PUBLIC or others give it ({@code aclnewowner}; manual ALTER TABLE).
 */
public record ChangeOwner(DatabaseObject object, int newOwner) implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        return before.withObjects(before.objects().stream()
                .map(found -> found.oid() == object.oid() && found.kind() == object.kind() ? changed(found) : found)
                .toList());
    }

    private DatabaseObject changed(DatabaseObject found) {
        AccessList acl = found.acl();
        return found.ownedBy(newOwner, acl == null ? null : transferred(acl, found.owner()));
    }

    private AccessList transferred(AccessList acl, int oldOwner) {
        AccessList result = AccessList.EMPTY;
        for (int entry = 0; entry < acl.size(); entry++) {
            int grantee = acl.grantee(entry) == oldOwner ? newOwner : acl.grantee(entry);
            int grantor = acl.grantor(entry) == oldOwner ? newOwner : acl.grantor(entry);
            result = AccessListEdit.granting(result, grantee, grantor, acl.held(entry), acl.grantable(entry));
        }
        return result;
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        Name owner =
                Objects.requireNonNull(before.roles().grantee(newOwner).role(), "a dropped role cannot own anything");
        return List.of(Sql.of("ALTER %s OWNER TO %I", ObjectSql.target(object), owner));
    }
}
