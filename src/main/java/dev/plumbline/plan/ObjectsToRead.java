package dev.plumbline.plan;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.BackfillGrant;
import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.ObjectKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plan's snapshot has to hold for one change: objects by schema and owner, and others one by one. */
record ObjectsToRead(List<Name> schemas, List<Name> owners, List<ObjectKey> others) {
    private static final ObjectsToRead NOTHING = new ObjectsToRead(List.of(), List.of(), List.of());

    static ObjectsToRead of(AccessSnapshot access, AccessChange change) {
        DatabaseObject object = objectOf(change);
        if (object == null) {
            return NOTHING;
        }
        Column column = columnOf(change);
        if (column != null) {
            return new ObjectsToRead(
                    schema(object),
                    owner(access, object),
                    List.of(ObjectKey.column(column.relation(), column.number())));
        }
        return switch (object.kind()) {
            case RELATION, SEQUENCE, ROUTINE ->
                new ObjectsToRead(schema(object), owners(access, object, change), alongside(access, object, change));
            case SCHEMA -> new ObjectsToRead(schema(object), List.of(), List.of());
            case DATABASE -> NOTHING;
            case COLUMN, TYPE, LANGUAGE, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, TABLESPACE, PARAMETER, LARGE_OBJECT ->
                new ObjectsToRead(List.of(), List.of(), List.of(ObjectKey.of(object)));
        };
    }

    void addTo(Collection<Name> allSchemas, Collection<Name> allOwners, Collection<ObjectKey> allOthers) {
        allSchemas.addAll(schemas);
        allOwners.addAll(owners);
        allOthers.addAll(others);
    }

    static @Nullable DatabaseObject objectOf(AccessChange change) {
        if (change instanceof GrantPrivileges grant) {
            return grant.object();
        }
        if (change instanceof BackfillGrant late) {
            return late.grant().object();
        }
        if (change instanceof RevokePrivileges revoke) {
            return revoke.object();
        }
        return change instanceof ChangeOwner owner ? owner.object() : null;
    }

    private static @Nullable Column columnOf(AccessChange change) {
        if (change instanceof GrantPrivileges grant) {
            return grant.column();
        }
        return change instanceof RevokePrivileges revoke ? revoke.column() : null;
    }

    private static List<Name> schema(DatabaseObject object) {
        Name schema = object.kind() == ObjectKind.SCHEMA ? Name.of(object.name()) : object.schema();
        return schema == null ? List.of() : List.of(schema);
    }

    private static List<Name> owner(AccessSnapshot access, DatabaseObject object) {
        Name owner = access.roles().grantee(object.owner()).role();
        return owner == null ? List.of() : List.of(owner);
    }

    private static List<Name> owners(AccessSnapshot access, DatabaseObject object, AccessChange change) {
        List<Name> owners = new ArrayList<>(owner(access, object));
        if (change instanceof ChangeOwner transfer) {
            Name heir = access.roles().grantee(transfer.newOwner()).role();
            if (heir != null) {
                owners.add(heir);
            }
        }
        return owners;
    }

    /** Columns with grants of their own, which go with a table's REVOKE and its owner; with the owner the row type goes too. */
    private static List<ObjectKey> alongside(AccessSnapshot access, DatabaseObject object, AccessChange change) {
        if (change instanceof GrantPrivileges || change instanceof BackfillGrant) {
            return List.of();
        }
        List<ObjectKey> keys = new ArrayList<>(columnsWithGrants(access, object));
        if (change instanceof ChangeOwner transfer) {
            transfer.rowType(access).map(ObjectKey::of).ifPresent(keys::add);
        }
        return keys;
    }

    static List<ObjectKey> columnsWithGrants(AccessSnapshot access, DatabaseObject object) {
        return object.kind() != ObjectKind.RELATION
                ? List.of()
                : access.columns().stream()
                        .filter(column -> column.relation() == object.oid() && column.acl() != null)
                        .map(column -> ObjectKey.column(column.relation(), column.number()))
                        .toList();
    }
}
