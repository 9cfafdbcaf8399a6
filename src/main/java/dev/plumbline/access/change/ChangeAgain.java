package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.RoleIndex;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pinned change in the numbers and objects of a later reading. What is not there any more goes into the list of what is gone. */
final class ChangeAgain {
    private final PinnedChange pinned;
    private final AccessSnapshot now;
    private final List<String> gone;

    ChangeAgain(PinnedChange pinned, AccessSnapshot now, List<String> gone) {
        this.pinned = pinned;
        this.now = now;
        this.gone = gone;
    }

    /** Null when something is gone. */
    @Nullable
    AccessChange find() {
        AccessChange change = pinned.change();
        if (change instanceof GrantPrivileges grant) {
            return grant(grant);
        }
        if (change instanceof BackfillGrant backfill) {
            GrantPrivileges again = grant(backfill.grant());
            return again == null ? null : new BackfillGrant(again);
        }
        if (change instanceof AlterDefault rule) {
            return hasSchema(rule.schema()) ? rule : null;
        }
        if (change instanceof RevokePrivileges revoke) {
            DatabaseObject object = object(revoke.object());
            Optional<Column> column = column(revoke.object(), revoke.column());
            int grantee = number(revoke.grantee());
            int grantor = number(revoke.grantor());
            return object == null || isColumnGone(revoke.column(), column)
                    ? null
                    : new RevokePrivileges(object, column.orElse(null), grantee, grantor, revoke.privileges());
        }
        if (change instanceof ChangeOwner owner) {
            DatabaseObject object = object(owner.object());
            int newOwner = number(owner.newOwner());
            return object == null ? null : new ChangeOwner(object, newOwner);
        }
        if (change instanceof GrantRole
                || change instanceof RevokeRole
                || change instanceof InheritByRole
                || change instanceof DropRole) {
            return change;
        }
        gone.add("a change of this kind cannot be found again on a new reading: stage it anew");
        return null;
    }

    private @Nullable GrantPrivileges grant(GrantPrivileges grant) {
        DatabaseObject object = object(grant.object());
        Optional<Column> column = column(grant.object(), grant.column());
        int grantee = number(grant.grantee());
        return object == null || isColumnGone(grant.column(), column)
                ? null
                : new GrantPrivileges(object, column.orElse(null), grantee, grant.privileges());
    }

    private boolean hasSchema(@Nullable Name schema) {
        if (schema == null || now.catalog().schema(schema).isPresent()) {
            return true;
        }
        gone.add("schema " + schema.shown() + " is gone");
        return false;
    }

    private static boolean isColumnGone(@Nullable Column was, Optional<Column> found) {
        return was != null && found.isEmpty();
    }

    private int number(int before) {
        Grantee grantee = Objects.requireNonNull(pinned.grantees().get(before));
        Name role = grantee.role();
        if (grantee.isPublic()) {
            return RoleIndex.PUBLIC;
        }
        Integer known = role == null ? null : now.roles().of(role);
        if (known != null) {
            return known;
        }
        int other = now.roles().others().indexOf(grantee);
        if (other < 0) {
            String sentence =
                    role == null ? grantee.shown() + " is no longer named" : "role " + role.shown() + " is gone";
            if (!gone.contains(sentence)) {
                gone.add(sentence);
            }
            return RoleIndex.PUBLIC;
        }
        return now.roles().known() + other;
    }

    private @Nullable DatabaseObject object(DatabaseObject was) {
        DatabaseObject same = null;
        DatabaseObject likeNamed = null;
        for (DatabaseObject found : now.objects()) {
            if (found.kind() == was.kind()) {
                same = found.oid() == was.oid() ? found : same;
                likeNamed = isNamedLike(found, was) ? found : likeNamed;
            }
        }
        String what = was.kind().word() + " " + was.shown();
        if (same != null && isNamedLike(same, was)) {
            return same;
        }
        gone.add(
                same != null
                        ? what + " is called " + same.shown() + " now"
                        : likeNamed != null ? what + " was dropped and created anew" : what + " is gone");
        return null;
    }

    private static boolean isNamedLike(DatabaseObject found, DatabaseObject was) {
        return found.name().equals(was.name())
                && Objects.equals(found.schema(), was.schema())
                && found.detail().equals(was.detail());
    }

    /** A column without grants of its own may be left out of a reading: then it is taken as it was, its relation being the same. */
    private Optional<Column> column(DatabaseObject relation, @Nullable Column was) {
        if (was == null) {
            return Optional.empty();
        }
        Optional<Column> found = now.columns().stream()
                .filter(column -> column.relation() == was.relation() && column.number() == was.number())
                .findFirst();
        boolean same = found.map(column -> column.name().equals(was.name())).orElse(!now.everyColumn());
        if (!same) {
            gone.add("column " + PinnedChange.columnShown(relation.shown(), was) + " is gone or bears another name");
            return Optional.empty();
        }
        return found.or(() -> Optional.of(new Column(was.relation(), was.number(), was.name(), null)));
    }
}
