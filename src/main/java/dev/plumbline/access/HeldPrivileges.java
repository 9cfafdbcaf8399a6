package dev.plumbline.access;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a role holds on one object through its owner, PUBLIC and every role whose privileges it inherits (PostgreSQL manual 5.8). */
record HeldPrivileges(Name owner, boolean isOwner, boolean builtIn, List<AclItem> items) {
    /** A null {@code acl} gives everything to the owner and nothing to others: right for tables, sequences and schemas. */
    static HeldPrivileges of(RoleGraph graph, Name holder, Name owner, @Nullable List<AclItem> acl) {
        List<AclItem> items = new ArrayList<>();
        for (AclItem item : acl == null ? List.<AclItem>of() : acl) {
            Name grantee = item.grantee().role();
            if (item.grantee().isPublic() || grantee != null && graph.hasPrivilegesOf(holder, grantee)) {
                items.add(item);
            }
        }
        return new HeldPrivileges(owner, graph.hasPrivilegesOf(holder, owner), acl == null, items);
    }

    boolean holds(Privilege privilege) {
        return builtIn && isOwner
                || items.stream().anyMatch(item -> item.privileges().containsKey(privilege));
    }

    /**
     * As whom the server would record a GRANT of all these: the owner, whose grant options cannot be revoked, else one role that has them all.
     * Grant options of several roles are never joined.
     */
    Optional<Name> grantorOf(Collection<Privilege> privileges) {
        if (isOwner) {
            return Optional.of(owner);
        }
        Map<Name, Set<Privilege>> options = new TreeMap<>();
        for (AclItem item : items) {
            Name grantee = item.grantee().role();
            if (grantee != null) {
                Set<Privilege> ofGrantee = options.computeIfAbsent(grantee, name -> new TreeSet<>());
                item.privileges().forEach((privilege, grantable) -> {
                    if (grantable) {
                        ofGrantee.add(privilege);
                    }
                });
            }
        }
        return options.entrySet().stream()
                .filter(entry -> entry.getValue().containsAll(privileges))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
