package dev.plumbline.model.managed;

import dev.plumbline.model.Name;

/**
 * A role whose name begins with {@code dba_}. {@code inGroup} says that it is a member of the group through which this database's versions have their privileges; {@code owns} is
 * how many objects it owns in any database of the server, which keep it from being dropped; {@code powerful} that it is more than a login.
 */
public record VersionLogin(
        Name role,
        long oid,
        boolean canLogin,
        boolean inGroup,
        long owns,
        boolean powerful,
        long preparedTransactions) {
    public String version() {
        return role.text().substring(ManagedDatabase.LOGIN_PREFIX.length());
    }
}
