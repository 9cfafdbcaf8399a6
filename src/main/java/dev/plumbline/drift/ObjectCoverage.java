package dev.plumbline.drift;

import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an object's own grants give a role what a rule would give. Grants to PUBLIC and to roles whose privileges it inherits count; what
 * it holds only by being a member of the object's owner does not, save on CockroachDB, where members of the owner hold ALL.
 */
final class ObjectCoverage {
    private final RoleGraph graph;
    private final boolean cockroach;
    private final Map<Name, Set<Name>> inherited = new HashMap<>();

    ObjectCoverage(Snapshot snapshot) {
        this.graph = RoleGraph.of(snapshot);
        this.cockroach = snapshot.server().version().isCockroach();
    }

    boolean covers(OwnedObject object, DefaultRule rule) {
        if (cockroach && graph.isGrantedMember(rule.grantee(), object.owner())) {
            return true;
        }
        return rule.privileges().stream().allMatch(privilege -> gives(object, rule.grantee(), privilege));
    }

    /** True when the grantee reaches the creator's objects today, as a member that inherits. */
    boolean reachesByMembership(DefaultRule rule) {
        return graph.exists(rule.grantee()) && graph.hasPrivilegesOf(rule.grantee(), rule.creator());
    }

    private boolean gives(OwnedObject object, Name grantee, Privilege privilege) {
        List<AclItem> acl = object.acl();
        if (acl == null) {
            return HeldPrivileges.builtInForPublic(object.type()).contains(privilege);
        }
        return acl.stream()
                .anyMatch(item -> HeldPrivileges.holds(item, privilege) && reaches(item, object.owner(), grantee));
    }

    private boolean reaches(AclItem item, Name owner, Name grantee) {
        Name role = item.grantee().role();
        if (role == null) {
            return item.grantee().isPublic();
        }
        return !role.equals(owner)
                && inherited.computeIfAbsent(grantee, graph::inheritedBy).contains(role);
    }
}
