package dev.plumbline.access;

import dev.plumbline.model.RoleIndex;
import org.jspecify.annotations.Nullable;

/**
 * What every role has on one object: for role {@code r} the bits of {@link dev.plumbline.model.PrivilegeSet} that it holds and those that it may
 * grant on, which an owner keeps even for a privilege that he took from himself. The last place is PUBLIC's.
 */
public final class PrivilegeRow {
    private final long[] held;
    private final long[] grantable;
    private final @Nullable RoleSet only;

    PrivilegeRow(int roles) {
        this(roles, null);
    }

    /** @param only the roles whose places are filled beside PUBLIC's; null for all */
    PrivilegeRow(int roles, @Nullable RoleSet only) {
        this.only = only;
        held = new long[roles + 1];
        grantable = new long[roles + 1];
    }

    /** @param role a role's number, or {@link RoleIndex#PUBLIC} */
    public long held(int role) {
        return held[place(role)];
    }

    public long grantable(int role) {
        return grantable[place(role)];
    }

    /** How many roles it has, PUBLIC not counted. */
    public int roles() {
        return held.length - 1;
    }

    private int place(int role) {
        return role < 0 ? held.length - 1 : role;
    }

    void addToAll(long privileges) {
        if (only == null) {
            for (int at = 0; at < held.length; at++) {
                held[at] |= privileges;
            }
            return;
        }
        add(only, privileges, 0);
        add(RoleIndex.PUBLIC, privileges, 0);
    }

    void add(RoleSet roles, long privileges, long grantOptions) {
        RoleSet walked = only == null ? roles : only;
        for (int role = walked.next(0); role >= 0; role = walked.next(role + 1)) {
            if (roles.has(role)) {
                held[role] |= privileges;
                grantable[role] |= grantOptions;
            }
        }
    }

    /** Empty again; with few roles that is cheaper than a new one. */
    void clear() {
        if (only == null) {
            java.util.Arrays.fill(held, 0);
            java.util.Arrays.fill(grantable, 0);
            return;
        }
        for (int role = only.next(0); role >= 0; role = only.next(role + 1)) {
            held[role] = 0;
            grantable[role] = 0;
        }
        held[place(RoleIndex.PUBLIC)] = 0;
        grantable[place(RoleIndex.PUBLIC)] = 0;
    }

    void add(int role, long privileges, long grantOptions) {
        held[place(role)] |= privileges;
        grantable[place(role)] |= grantOptions;
    }

    void cut(long privileges) {
        if (privileges == 0) {
            return;
        }
        for (int at = 0; at < held.length; at++) {
            held[at] &= ~privileges;
            grantable[at] &= ~privileges;
        }
    }
}
