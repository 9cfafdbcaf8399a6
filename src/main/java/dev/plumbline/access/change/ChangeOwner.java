package dev.plumbline.access.change;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Objects;

/**
 * ALTER … OWNER TO of one object. In a stored list the old owner becomes the new one as grantee and as grantor, and entries that become alike are joined; the old
 * owner keeps only what PUBLIC or others give it ({@code aclnewowner}; manual ALTER TABLE). With a table go its row type and the sequences that its columns own
 * ({@code ATExecChangeOwner}); partitions stay with their owners.
 */
public record ChangeOwner(DatabaseObject object, int newOwner) implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        List<DatabaseObject> moved =
                before.objects().stream().filter(found -> moves(found, before)).toList();
        return withDatabase(before)
                .withObjects(before.objects().stream()
                        .map(found -> moved.contains(found) || isRowTypeOfOne(moved, found) ? changed(found) : found)
                        .toList());
    }

    /** Whoever owns the connected database is by that a member of pg_database_owner (manual 21.5). */
    private AccessSnapshot withDatabase(AccessSnapshot before) {
        DatabaseEntry entry = before.catalog().database();
        Name owner = before.roles().grantee(newOwner).role();
        if (object.kind() != ObjectKind.DATABASE || object.oid() != entry.oid() || owner == null) {
            return before;
        }
        return before.withCatalog(before.catalog()
                .withDatabase(new DatabaseEntry(
                        entry.oid(),
                        entry.name(),
                        owner,
                        entry.acl(),
                        entry.connectionLimit(),
                        entry.encoding(),
                        entry.collation())));
    }

    private boolean moves(DatabaseObject found, AccessSnapshot before) {
        return found.oid() == object.oid() && found.kind() == object.kind()
                || found.kind() == ObjectKind.SEQUENCE
                        && object.kind() == ObjectKind.RELATION
                        && before.relationFacts(found).ownedBy() == object.oid();
    }

    /** A row type always bears its relation's name, and no other type of that schema can. Sequences had one until 13. */
    private static boolean isRowTypeOfOne(List<DatabaseObject> moved, DatabaseObject type) {
        return type.kind() == ObjectKind.TYPE
                && moved.stream()
                        .anyMatch(one -> (one.kind() == ObjectKind.RELATION || one.kind() == ObjectKind.SEQUENCE)
                                && one.name().equals(type.name())
                                && Objects.equals(one.schema(), type.schema()));
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
