package dev.plumbline.access.change;

import dev.plumbline.access.RoleClosure;
import dev.plumbline.access.RoleSet;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.Name;
import dev.plumbline.model.RoleIndex;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The roles of two states beside each other: the number that each had before, and whose privileges others hold now than then. An object whose grants are as they
 * were and lie with none of those says the same for everybody, so its rows need not be computed.
 */
final class ChangedRoles {
    private static final List<String> GIVING_EVERYWHERE =
            List.of("pg_read_all_data", "pg_write_all_data", "pg_maintain");

    private final int[] earlier;
    private final boolean sameNumbers;
    private final BitSet groups = new BitSet();
    private boolean everywhere;
    private @Nullable RoleSet affected;

    ChangedRoles(RoleClosure then, RoleClosure now) {
        RoleIndex before = then.roles();
        RoleIndex after = now.roles();
        earlier = new int[after.known()];
        boolean same = before.known() == after.known();
        for (int role = 0; role < earlier.length; role++) {
            earlier[role] =
                    Objects.requireNonNullElse(before.of(after.role(role).name()), -1);
            same &= earlier[role] == role;
        }
        sameNumbers = same;
        if (same && then != now) {
            compare(then, now);
        }
    }

    private void compare(RoleClosure then, RoleClosure now) {
        for (int group = 0; group < earlier.length; group++) {
            if (!now.holdersOf(group).sameAs(then.holdersOf(group))) {
                groups.set(group);
            }
        }
        everywhere = !now.superusers().sameAs(then.superusers());
        affected = now.changedSince(then);
        for (String word : GIVING_EVERYWHERE) {
            Integer number = now.roles().of(Name.of(word));
            everywhere |= number != null && groups.get(number);
        }
    }

    /** Whether the numbers of access lists mean the same roles in both states. */
    boolean haveSameNumbers() {
        return sameNumbers;
    }

    /** The role's number before; PUBLIC is itself, and -2 says that there was no such role. */
    int before(int role) {
        if (role == RoleIndex.PUBLIC) {
            return role;
        }
        return earlier[role] < 0 ? -2 : earlier[role];
    }

    /** Whether others hold the privileges of this role now than then. */
    boolean isChanged(int group) {
        return !sameNumbers || groups.get(group);
    }

    /** Who alone can differ on an object whose own list and owner are as they were; null when that cannot be said. */
    @Nullable
    RoleSet affected() {
        return affected;
    }

    boolean areAllSame() {
        return sameNumbers && !everywhere && groups.isEmpty();
    }

    /** Whether what the list gives, or being the owner gives, reaches others than before. */
    boolean touch(int owner, @Nullable AccessList acl) {
        if (!sameNumbers || everywhere) {
            return true;
        }
        if (groups.isEmpty()) {
            return false;
        }
        return groups.get(owner) || names(acl);
    }

    /** Whether what the list gives reaches others than before. */
    boolean reach(@Nullable AccessList acl) {
        return !sameNumbers || everywhere || names(acl);
    }

    private boolean names(@Nullable AccessList acl) {
        if (groups.isEmpty()) {
            return false;
        }
        for (int entry = 0; acl != null && entry < acl.size(); entry++) {
            if (acl.grantee(entry) >= 0 && groups.get(acl.grantee(entry))) {
                return true;
            }
        }
        return false;
    }
}
