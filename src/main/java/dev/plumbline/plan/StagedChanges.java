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
import dev.plumbline.model.ObjectKind;
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
 * Changes that were found by looking at who may do what, as changes that a plan can be made of. {@code refusals} tells of those that no plan is made for yet:
 * grants on columns, types, languages and other objects that a plan's snapshot does not hold; their statements can be copied.
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
                if (owner != null && object.kind() != ObjectKind.SCHEMA) {
                    owners.add(owner);
                }
            }
        }
        return new PlanConcern(List.of(), new ArrayList<>(schemas), new ArrayList<>(owners));
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
        return new Plan.Refusal(
                "",
                sql,
                "no plan is made for this kind of object yet: run the statement yourself, then look again",
                sql,
                false);
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

    private static Optional<StagedChange> staged(AccessSnapshot access, Snapshot from, AccessChange change) {
        if (change instanceof GrantPrivileges grant) {
            return target(from, grant.object(), grant.column())
                    .map(on -> new StagedGrant(on, access.roles().grantee(grant.grantee()), words(grant.privileges())));
        }
        if (change instanceof RevokePrivileges revoke) {
            Grantee grantee = access.roles().grantee(revoke.grantee());
            return target(from, revoke.object(), revoke.column())
                    .map(on -> new StagedRevoke(on, grantee, words(revoke.privileges())));
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
            return Optional.empty();
        }
        return switch (object.kind()) {
            case RELATION, SEQUENCE, ROUTINE -> object(from, object).map(ObjectTarget::new);
            case SCHEMA -> from.schema(Name.of(object.name())).map(schema -> new SchemaTarget(schema.name()));
            case DATABASE ->
                object.oid() == from.database().oid()
                        ? Optional.of(new DatabaseTarget(from.database().name()))
                        : Optional.empty();
            case COLUMN, TYPE, LANGUAGE, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, TABLESPACE, PARAMETER, LARGE_OBJECT ->
                Optional.empty();
        };
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
