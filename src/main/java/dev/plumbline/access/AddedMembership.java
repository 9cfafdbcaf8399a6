package dev.plumbline.access;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The one membership that a state has more than an earlier one, or whose INHERIT or SET it has on and the earlier off; as its server counts the options. */
record AddedMembership(Name role, Name member, boolean inherit, boolean set) {
    /** Empty where anything else about roles and memberships differs, ADMIN included. */
    static Optional<AddedMembership> between(AccessSnapshot before, AccessSnapshot after) {
        Snapshot was = before.catalog();
        Snapshot is = after.catalog();
        boolean sameRoles = was.roles().equals(is.roles())
                && before.roles().equals(after.roles())
                && was.database().owner().equals(is.database().owner())
                && was.server().version().equals(is.server().version());
        if (!sameRoles) {
            return Optional.empty();
        }
        List<Membership> then = was.memberships();
        List<Membership> now = is.memberships();
        int first = 0;
        while (first < then.size() && first < now.size() && then.get(first).equals(now.get(first))) {
            first++;
        }
        if (first == now.size()) {
            return Optional.empty();
        }
        boolean more = now.size() == then.size() + 1 && !now.get(first).admin();
        boolean wider = now.size() == then.size() && isWider(then.get(first), now.get(first));
        int rest = more ? first : first + 1;
        return (more || wider) && then.subList(rest, then.size()).equals(now.subList(first + 1, now.size()))
                ? Optional.of(counted(now.get(first), is))
                : Optional.empty();
    }

    private static boolean isWider(Membership was, Membership is) {
        return was.role().equals(is.role())
                && was.member().equals(is.member())
                && Objects.equals(was.grantor(), is.grantor())
                && was.admin() == is.admin()
                && (is.inherit() || !was.inherit())
                && (is.set() || !was.set());
    }

    /** As {@link LinksOfSnapshot} counts them. */
    private static AddedMembership counted(Membership grant, Snapshot snapshot) {
        if (snapshot.server().version().hasMembershipOptions()) {
            return new AddedMembership(grant.role(), grant.member(), grant.inherit(), grant.set());
        }
        boolean inherit = snapshot.server().version().isCockroach()
                || snapshot.role(grant.member()).map(Role::inherit).orElse(grant.inherit());
        return new AddedMembership(grant.role(), grant.member(), inherit, true);
    }
}
