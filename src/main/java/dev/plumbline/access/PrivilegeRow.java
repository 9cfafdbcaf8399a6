package dev.plumbline.access;

/**
 * What every role has on one object: for role {@code r} the bits of {@link dev.plumbline.model.PrivilegeSet} that it holds and those that it may
 * grant on, which an owner keeps even for a privilege that he took from himself. The last place is PUBLIC's.
 */
public final class PrivilegeRow {
    private final long[] held;
    private final long[] grantable;

    PrivilegeRow(int roles) {
        held = new long[roles + 1];
        grantable = new long[roles + 1];
    }

    /** @param role a role's number, or {@link dev.plumbline.model.RoleIndex#PUBLIC} */
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
        for (int at = 0; at < held.length; at++) {
            held[at] |= privileges;
        }
    }

    void add(RoleSet roles, long privileges, long grantOptions) {
        for (int role = roles.next(0); role >= 0; role = roles.next(role + 1)) {
            held[role] |= privileges;
            grantable[role] |= grantOptions;
        }
    }

    void add(int role, long privileges, long grantOptions) {
        held[place(role)] |= privileges;
        grantable[place(role)] |= grantOptions;
    }

    void cut(long privileges) {
        for (int at = 0; at < held.length; at++) {
            held[at] &= ~privileges;
            grantable[at] &= ~privileges;
        }
    }
}
