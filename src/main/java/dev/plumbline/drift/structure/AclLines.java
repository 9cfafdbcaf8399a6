package dev.plumbline.drift.structure;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Visible;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An access list as lines, the same for the same grants wherever they are: NULL written out, the owner a place and no name, entries joined by who has them, and only the letters
 * that both servers know.
 */
final class AclLines {
    private final AccessSnapshot access;
    private final ServerVersion other;

    AclLines(AccessSnapshot access, ServerVersion other) {
        this.access = access;
        this.other = other;
    }

    String of(ObjectKind kind, int owner, @Nullable AccessList acl) {
        long shared = shared(kind);
        Map<String, long[]> held = new TreeMap<>();
        for (int at = 0; acl != null && at < acl.size(); at++) {
            long[] bits = held.computeIfAbsent(place(acl.grantee(at), owner), who -> new long[2]);
            bits[0] |= acl.held(at) & shared;
            bits[1] |= acl.grantable(at) & shared;
        }
        Set<String> lines = new TreeSet<>();
        held.forEach((who, bits) -> {
            if (bits[0] != 0) {
                lines.add(who + "=" + new PrivilegeSet(bits[0]).letters(new PrivilegeSet(bits[1])));
            }
        });
        return String.join("\n", lines);
    }

    /** What is created in a schema will carry, by who creates it; the creator is a name here, since it is no owner yet. */
    String defaults(List<DefaultPrivilege> rules) {
        Set<String> lines = new TreeSet<>();
        for (DefaultPrivilege rule : rules) {
            for (AclItem item : rule.acl()) {
                lines.add("for " + Visible.text(rule.creator().text()) + " on "
                        + rule.type().word() + ": "
                        + Visible.text(item.grantee().shown()) + "="
                        + item.only(known(rule.type().kind())).letters());
            }
        }
        return String.join("\n", lines);
    }

    private List<Privilege> known(ObjectKind kind) {
        return new PrivilegeSet(shared(kind)).list();
    }

    /** Letters newer than this program are kept; of those that it knows, only the ones that both versions have. */
    private long shared(ObjectKind kind) {
        long both = PrivilegeSet.of(kind.privileges(access.version())).bits()
                & PrivilegeSet.of(kind.privileges(other)).bits();
        return ~(kind.all().bits() & ~both);
    }

    private String place(int role, int owner) {
        if (role == RoleIndex.PUBLIC) {
            return "PUBLIC";
        }
        return role == owner
                ? "its owner"
                : Visible.text(access.roles().grantee(role).shown());
    }
}
