package dev.plumbline.access.why;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.stream.Collectors;

/** An access list as people read it: {@code app=arwd/owner}, PUBLIC by its name, letters newer than this program as they are. */
public final class AclText {
    private AclText() {}

    /** {@code known} are the privileges that the server's version has: the built-in default of ours has those of all versions. */
    public static String entry(AccessList acl, int at, RoleIndex roles, PrivilegeSet known) {
        return roles.shown(acl.grantee(at)) + "=" + letters(acl.held(at) & known.bits(), acl.grantable(at)) + "/"
                + roles.shown(acl.grantor(at));
    }

    /** {@code analyst=SELECT*+INSERT}, as a server without grantors and letters keeps it; all that there is, {@code all}, is its word ALL. */
    static String withoutGrantor(AccessList acl, int at, RoleIndex roles, PrivilegeSet all) {
        long held = acl.held(at);
        boolean everything = Long.bitCount(all.bits()) > 1 && (held & all.bits()) == all.bits();
        String words = everything
                ? "ALL" + ((acl.grantable(at) & all.bits()) == all.bits() ? "*" : "")
                : new PrivilegeSet(held)
                        .list().stream()
                                .map(privilege -> privilege.word()
                                        + ((acl.grantable(at) & PrivilegeSet.bit(privilege)) != 0 ? "*" : ""))
                                .collect(Collectors.joining("+"));
        return roles.shown(acl.grantee(at)) + "=" + words;
    }

    private static String letters(long held, long grantable) {
        return new PrivilegeSet(held).letters(new PrivilegeSet(grantable));
    }
}
