package dev.plumbline.plan;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.AlterDefault;
import dev.plumbline.access.change.BackfillGrant;
import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.change.DropRole;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.access.change.InheritByRole;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.access.change.RevokeRole;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Changes that were found by looking at who may do what, as changes that a plan can be made of. {@code refusals} tells of those that no plan is made for, such as
 * members of an extension, which its script owns, and of objects that are gone meanwhile.
 */
public record StagedChanges(List<StagedChange> changes, List<Plan.Refusal> refusals) {
    public StagedChanges {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    /** What the snapshot of {@link #of} has to be read for: just what {@link ChangePlanner#concern} of its changes will be. */
    public static PlanConcern toRead(AccessSnapshot access, List<? extends AccessChange> changes) {
        Set<Name> schemas = new LinkedHashSet<>();
        Set<Name> owners = new LinkedHashSet<>();
        Set<ObjectKey> others = new LinkedHashSet<>();
        for (AccessChange change : changes) {
            ObjectsToRead.of(access, change).addTo(schemas, owners, others);
        }
        return new PlanConcern(List.of(), new ArrayList<>(schemas), new ArrayList<>(owners), new ArrayList<>(others));
    }

    public static StagedChanges of(AccessSnapshot access, Snapshot from, List<? extends AccessChange> changes) {
        Set<StagedChange> staged = new LinkedHashSet<>();
        List<Plan.Refusal> refusals = new ArrayList<>();
        Targets targets = new Targets(access, from);
        for (AccessChange change : changes) {
            if (!isOwnedSoAlready(change)) {
                staged(access, targets, change)
                        .ifPresentOrElse(staged::add, () -> refusals.add(refusal(access, change)));
            }
        }
        return new StagedChanges(new ArrayList<>(staged), refusals);
    }

    /** Also of what cannot be given away by itself nothing is asked then. */
    private static boolean isOwnedSoAlready(AccessChange change) {
        return change instanceof ChangeOwner owner && owner.object().owner() == owner.newOwner();
    }

    private static Plan.Refusal refusal(AccessSnapshot access, AccessChange change) {
        String sql = change.statements(access).stream()
                .map(statement -> statement.text() + ";")
                .reduce((first, next) -> first + " " + next)
                .orElse("");
        return new Plan.Refusal("", sql, why(access, change), sql, false);
    }

    private static String why(AccessSnapshot access, AccessChange change) {
        DatabaseObject object = ObjectsToRead.objectOf(change);
        if (object != null && object.origin() == ObjectOrigin.EXTENSION) {
            return object.shown() + " belongs to an extension, whose script says who owns it and who may use it";
        }
        if (object != null && change instanceof ChangeOwner && Targets.followsItsTable(access, object)) {
            return object.shown() + " belongs to a column and has the owner of its table: give the table another";
        }
        if (object != null && !Targets.takesGrants(object)) {
            return object.kind() == ObjectKind.LANGUAGE
                    ? "only superusers use the untrusted language " + object.shown() + ": it takes no grants"
                    : object.shown() + " has neither privileges nor an owner of its own";
        }
        return "there is no such object any more, or no plan is made for it: look again";
    }

    private static Optional<StagedChange> staged(AccessSnapshot access, Targets targets, AccessChange change) {
        if (change instanceof GrantPrivileges grant) {
            return targets.of(grant.object(), grant.column())
                    .map(on -> new StagedGrant(on, access.roles().grantee(grant.grantee()), words(grant.privileges())));
        }
        if (change instanceof BackfillGrant late) {
            GrantPrivileges grant = late.grant();
            return targets.of(grant.object(), grant.column())
                    .map(on -> new StagedGrant(
                            on,
                            access.roles().grantee(grant.grantee()),
                            words(grant.privileges()),
                            StepGroup.BACKFILL));
        }
        if (change instanceof AlterDefault rule) {
            return Optional.of(new StagedDefault(rule));
        }
        if (change instanceof RevokePrivileges revoke) {
            Grantee grantee = access.roles().grantee(revoke.grantee());
            return targets.of(revoke.object(), revoke.column())
                    .map(on -> new StagedRevoke(
                            on,
                            grantee,
                            words(revoke.privileges()),
                            revoke.column() == null
                                    ? ObjectsToRead.columnsWithGrants(access, revoke.object())
                                    : List.of()));
        }
        if (change instanceof ChangeOwner owner) {
            Name role = access.roles().grantee(owner.newOwner()).role();
            return role == null
                    ? Optional.empty()
                    : targets.owned(owner.object())
                            .map(on -> new StagedOwner(on, targets.ownerOf(on), role, targets.following(owner)));
        }
        if (change instanceof GrantRole join) {
            return Optional.of(new StagedMembership(join.role(), join.member(), join.inherit(), join.set()));
        }
        if (change instanceof RevokeRole leave) {
            return Optional.of(new StagedLeave(leave.role(), leave.member()));
        }
        if (change instanceof DropRole drop) {
            return Optional.of(new StagedDropRole(drop.role()));
        }
        return change instanceof InheritByRole inherit
                ? Optional.of(new StagedInherit(inherit.role()))
                : Optional.empty();
    }

    private static TreeSet<dev.plumbline.model.Privilege> words(PrivilegeSet privileges) {
        return new TreeSet<>(privileges.list());
    }
}
