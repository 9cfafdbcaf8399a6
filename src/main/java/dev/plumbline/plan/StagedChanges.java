package dev.plumbline.plan;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.access.change.InheritByRole;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.access.change.RevokeRole;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes that were found by looking at who may do what, as changes that a plan can be made of. {@code refusals} tells of those that no plan is made for, such as
 * members of an extension, which its script owns, and of objects that are gone meanwhile.
 */
public record StagedChanges(List<StagedChange> changes, List<Plan.Refusal> refusals) {
    public StagedChanges {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    /** The schemas and owners that the snapshot of {@link #of} has to be read for. */
    public static PlanConcern toRead(AccessSnapshot access, List<? extends AccessChange> changes) {
        Set<Name> schemas = new LinkedHashSet<>();
        Set<Name> owners = new LinkedHashSet<>();
        for (AccessChange change : changes) {
            DatabaseObject object = objectOf(change);
            if (object != null && object.schema() != null) {
                schemas.add(object.schema());
                Name owner = access.roles().grantee(object.owner()).role();
                if (owner != null && object.kind() != ObjectKind.SCHEMA && object.kind() != ObjectKind.TYPE) {
                    owners.add(owner);
                }
            }
        }
        Set<ObjectKey> others = new LinkedHashSet<>();
        changes.forEach(change -> others.addAll(keys(access, change)));
        return new PlanConcern(List.of(), new ArrayList<>(schemas), new ArrayList<>(owners), new ArrayList<>(others));
    }

    private static List<ObjectKey> keys(AccessSnapshot access, AccessChange change) {
        DatabaseObject object = objectOf(change);
        if (object == null) {
            return List.of();
        }
        Column column = columnOf(change);
        if (column != null) {
            return List.of(ObjectKey.column(column.relation(), column.number()));
        }
        if (isOther(object.kind())) {
            return List.of(ObjectKey.of(object));
        }
        return change instanceof RevokePrivileges ? columnsWithGrants(access, object) : List.of();
    }

    private static List<ObjectKey> columnsWithGrants(AccessSnapshot access, DatabaseObject object) {
        return object.kind() != ObjectKind.RELATION
                ? List.of()
                : access.columns().stream()
                        .filter(column -> column.relation() == object.oid() && column.acl() != null)
                        .map(column -> ObjectKey.column(column.relation(), column.number()))
                        .toList();
    }

    private static boolean isOther(ObjectKind kind) {
        return switch (kind) {
            case RELATION, SEQUENCE, ROUTINE, SCHEMA, DATABASE -> false;
            case COLUMN, TYPE, LANGUAGE, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, TABLESPACE, PARAMETER, LARGE_OBJECT ->
                true;
        };
    }

    public static StagedChanges of(AccessSnapshot access, Snapshot from, List<? extends AccessChange> changes) {
        Set<StagedChange> staged = new LinkedHashSet<>();
        List<Plan.Refusal> refusals = new ArrayList<>();
        for (AccessChange change : changes) {
            staged(access, from, change).ifPresentOrElse(staged::add, () -> refusals.add(refusal(access, change)));
        }
        return new StagedChanges(new ArrayList<>(staged), refusals);
    }

    private static Plan.Refusal refusal(AccessSnapshot access, AccessChange change) {
        String sql = change.statements(access).stream()
                .map(statement -> statement.text() + ";")
                .reduce((first, next) -> first + " " + next)
                .orElse("");
        return new Plan.Refusal("", sql, why(change), sql, false);
    }

    private static String why(AccessChange change) {
        DatabaseObject object = objectOf(change);
        if (object != null && object.origin() == ObjectOrigin.EXTENSION) {
            return object.shown() + " belongs to an extension, whose script says who owns it and who may use it";
        }
        if (object != null && !takesGrants(object)) {
            return object.kind() == ObjectKind.LANGUAGE
                    ? "only superusers use the untrusted language " + object.shown() + ": it takes no grants"
                    : object.shown() + " has no privileges of its own";
        }
        return "there is no such object any more, or no plan is made for it: look again";
    }

    /** An untrusted language and a multirange type take no grants. */
    private static boolean takesGrants(DatabaseObject object) {
        return switch (object.kind()) {
            case LANGUAGE -> object.letter() != 'u';
            case TYPE -> object.letter() != 'm';
            default -> true;
        };
    }

    private static @Nullable DatabaseObject objectOf(AccessChange change) {
        if (change instanceof GrantPrivileges grant) {
            return grant.object();
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

    private static Optional<StagedChange> staged(AccessSnapshot access, Snapshot from, AccessChange change) {
        if (change instanceof GrantPrivileges grant) {
            return target(from, grant.object(), grant.column())
                    .map(on -> new StagedGrant(on, access.roles().grantee(grant.grantee()), words(grant.privileges())));
        }
        if (change instanceof RevokePrivileges revoke) {
            Grantee grantee = access.roles().grantee(revoke.grantee());
            return target(from, revoke.object(), revoke.column())
                    .map(on -> new StagedRevoke(
                            on,
                            grantee,
                            words(revoke.privileges()),
                            revoke.column() == null ? columnsWithGrants(access, revoke.object()) : List.of()));
        }
        if (change instanceof ChangeOwner owner) {
            Name role = access.roles().grantee(owner.newOwner()).role();
            return role == null
                    ? Optional.empty()
                    : object(from, owner.object()).map(object -> new StagedOwner(object, role));
        }
        if (change instanceof GrantRole join) {
            return Optional.of(new StagedMembership(join.role(), join.member(), join.inherit(), join.set()));
        }
        if (change instanceof RevokeRole leave) {
            return Optional.of(new StagedLeave(leave.role(), leave.member()));
        }
        return change instanceof InheritByRole inherit
                ? Optional.of(new StagedInherit(inherit.role()))
                : Optional.empty();
    }

    private static TreeSet<dev.plumbline.model.Privilege> words(PrivilegeSet privileges) {
        return new TreeSet<>(privileges.list());
    }

    private static Optional<AclTarget> target(Snapshot from, DatabaseObject object, @Nullable Column column) {
        if (column != null) {
            return other(from, ObjectKey.column(column.relation(), column.number()));
        }
        return switch (object.kind()) {
            case RELATION, SEQUENCE, ROUTINE -> object(from, object).map(ObjectTarget::new);
            case SCHEMA -> from.schema(Name.of(object.name())).map(schema -> new SchemaTarget(schema.name()));
            case DATABASE ->
                object.oid() == from.database().oid()
                        ? Optional.of(new DatabaseTarget(from.database().name()))
                        : Optional.empty();
            case COLUMN, TYPE, LANGUAGE, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, TABLESPACE, PARAMETER, LARGE_OBJECT ->
                takesGrants(object) ? other(from, ObjectKey.of(object)) : Optional.empty();
        };
    }

    private static Optional<AclTarget> other(Snapshot from, ObjectKey key) {
        return from.other(key).map(OtherTarget::new);
    }

    private static Optional<OwnedObject> object(Snapshot from, DatabaseObject object) {
        ObjectType type = object.kind() == ObjectKind.ROUTINE
                ? ObjectType.FUNCTIONS
                : object.kind() == ObjectKind.SEQUENCE ? ObjectType.SEQUENCES : ObjectType.TABLES;
        return from.objects().stream()
                .filter(found -> found.oid() == object.oid() && found.type() == type)
                .findFirst();
    }
}
