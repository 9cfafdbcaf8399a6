package dev.plumbline.catalog;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Policy;
import dev.plumbline.model.RoleIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the roles that ACLs speak of and nobody read into one order, whatever the order in which rows told of them: equal catalogs are equal snapshots. */
final class UnseenRoles {
    private final RoleIndex before;
    private final RoleIndex after;
    private final Map<Grantee, Integer> places = new HashMap<>();

    private UnseenRoles(RoleIndex before, RoleIndex after) {
        this.before = before;
        this.after = after;
        for (int at = 0; at < after.others().size(); at++) {
            places.put(after.others().get(at), after.known() + at);
        }
    }

    static AccessSnapshot inOrder(AccessSnapshot snapshot) {
        List<Grantee> sorted = snapshot.roles().others().stream().sorted().toList();
        if (sorted.equals(snapshot.roles().others())) {
            return snapshot;
        }
        UnseenRoles moving = new UnseenRoles(
                snapshot.roles(), new RoleIndex(snapshot.catalog().roles(), sorted));
        return new AccessSnapshot(
                snapshot.catalog(),
                moving.after,
                snapshot.objects().stream().map(moving::moved).toList(),
                snapshot.columns().stream().map(moving::moved).toList(),
                snapshot.everyColumn(),
                snapshot.relations(),
                snapshot.routines(),
                snapshot.policies().stream().map(moving::moved).toList(),
                snapshot.settings());
    }

    private int number(int role) {
        if (role == RoleIndex.PUBLIC || before.isKnown(role)) {
            return role;
        }
        return places.getOrDefault(before.grantee(role), role);
    }

    private @Nullable AccessList moved(@Nullable AccessList acl) {
        return acl == null ? null : acl.renumbered(this::number);
    }

    private DatabaseObject moved(DatabaseObject object) {
        return object.ownedBy(number(object.owner()), moved(object.acl()));
    }

    private Column moved(Column column) {
        return new Column(column.relation(), column.number(), column.name(), moved(column.acl()));
    }

    private Policy moved(Policy policy) {
        return new Policy(
                policy.relation(),
                policy.name(),
                policy.permissive(),
                policy.command(),
                policy.roles().stream().map(this::number).toList(),
                policy.using(),
                policy.check());
    }
}
