package dev.plumbline.access.change;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * ALTER … OWNER TO of one object. In a stored list the old owner becomes the new one as grantee and as grantor, and entries that become alike are joined; the old
 * owner keeps only what PUBLIC or others give it ({@code aclnewowner}; manual ALTER TABLE). The sequences of a table's columns, the grants on its columns and its row type
 * go with it; partitions do not.
 */
public record ChangeOwner(DatabaseObject object, int newOwner) implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        List<DatabaseObject> all = new ArrayList<>(sequences(before));
        all.add(object);
        List.copyOf(all).forEach(one -> rowType(before, one).ifPresent(all::add));
        List<DatabaseObject> objects = new ArrayList<>(before.objects());
        objects.replaceAll(found -> found.owner() == object.owner() && isAmong(all, found) ? changed(found) : found);
        AccessSnapshot after = withDatabase(before).withObjects(objects);
        return object.kind() == ObjectKind.RELATION ? after.withColumns(columns(before)) : after;
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

    /** A plain loop: many thousands of objects are asked at each of many transfers. */
    private static boolean isAmong(List<DatabaseObject> all, DatabaseObject found) {
        for (DatabaseObject one : all) {
            if (found.oid() == one.oid() && found.kind() == one.kind()) {
                return true;
            }
        }
        return false;
    }

    private List<Column> columns(AccessSnapshot before) {
        return before.columns().stream()
                .map(column -> column.relation() == object.oid() && column.acl() != null
                        ? new Column(
                                column.relation(),
                                column.number(),
                                column.name(),
                                transferred(column.acl(), object.owner()))
                        : column)
                .toList();
    }

    /** The sequences of a table's columns, serial or identity: they have its owner always. */
    public List<DatabaseObject> sequences(AccessSnapshot before) {
        return object.kind() != ObjectKind.RELATION
                ? List.of()
                : before.of(ObjectKind.SEQUENCE).stream()
                        .filter(sequence -> before.relationFacts(sequence).sequenceOf() == object.oid())
                        .toList();
    }

    /** The row type of the table, view or sequence, where it was read. */
    public Optional<DatabaseObject> rowType(AccessSnapshot before) {
        return rowType(before, object);
    }

    /** It bears the relation's name, which no other type of the schema can. */
    private static Optional<DatabaseObject> rowType(AccessSnapshot before, DatabaseObject relation) {
        boolean has = relation.kind() == ObjectKind.RELATION || relation.kind() == ObjectKind.SEQUENCE;
        return !has
                ? Optional.empty()
                : before.of(ObjectKind.TYPE).stream()
                        .filter(type -> type.letter() == 'c'
                                && type.name().equals(relation.name())
                                && Objects.equals(type.schema(), relation.schema()))
                        .findFirst();
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
        return List.of(Sql.of("ALTER %s OWNER TO %I", ObjectSql.altered(object), owner));
    }
}
