package dev.plumbline.access.change;

import dev.plumbline.access.RoleClosure;
import dev.plumbline.access.change.OwnerImpact.Line;
import dev.plumbline.access.change.OwnerImpact.Topic;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Policy;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RelationFacts;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.RoutineFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one transfer of an owner does to the object itself. */
final class TransferredObject {
    private final AccessSnapshot before;
    private final RoleIndex roles;
    private final RoleClosure closure;
    private final List<Line> lines = new ArrayList<>();

    TransferredObject(AccessSnapshot before) {
        this.before = before;
        this.roles = before.roles();
        this.closure = RoleClosure.of(before);
    }

    List<Line> lines() {
        return lines;
    }

    void look(ChangeOwner transfer) {
        keptOnlyAsOwner(transfer);
        grantors(transfer);
        rights(transfer);
        rowSecurity(transfer);
    }

    private void add(Topic topic, DatabaseObject object, String text) {
        lines.add(new Line(topic, object.shown(), text));
    }

    /** What the old owner held by its own entry and nobody else gives it; a superuser loses nothing. */
    private void keptOnlyAsOwner(ChangeOwner transfer) {
        DatabaseObject object = transfer.object();
        int old = object.owner();
        if (isSuperuser(old) || holds(old, transfer.newOwner())) {
            return;
        }
        AccessList acl = object.effectiveAcl();
        long own = 0;
        long others = 0;
        for (int entry = 0; entry < acl.size(); entry++) {
            int grantee = acl.grantee(entry);
            if (grantee == old) {
                own |= acl.held(entry);
            } else if (grantee == RoleIndex.PUBLIC || holds(old, grantee)) {
                others |= acl.held(entry);
            }
        }
        PrivilegeSet possible = PrivilegeSet.of(object.kind().privileges(before.version()));
        PrivilegeSet lost = new PrivilegeSet(own & ~others & possible.bits());
        add(
                Topic.KEPT_ONLY_AS_OWNER,
                object,
                roles.shown(old) + " may no more alter or drop it nor grant on it"
                        + (lost.isEmpty() ? "" : ", and loses " + lost) + ".");
    }

    private void grantors(ChangeOwner transfer) {
        DatabaseObject object = transfer.object();
        AccessList acl = object.acl();
        Set<String> grantees = new TreeSet<>();
        for (int entry = 0; acl != null && entry < acl.size(); entry++) {
            boolean moves = acl.grantor(entry) == object.owner() && acl.grantee(entry) != object.owner();
            if (moves && acl.grantee(entry) != transfer.newOwner()) {
                grantees.add(roles.shown(acl.grantee(entry)));
            }
        }
        if (!grantees.isEmpty()) {
            add(
                    Topic.GRANTOR,
                    object,
                    "What " + roles.shown(object.owner()) + " granted "
                            + String.join(", ", grantees)
                            + " is recorded as granted by " + roles.shown(transfer.newOwner())
                            + ", who alone can take it back.");
        }
    }

    private void rights(ChangeOwner transfer) {
        DatabaseObject object = transfer.object();
        String heir = roles.shown(transfer.newOwner());
        String risk = isSuperuser(transfer.newOwner()) && !isSuperuser(object.owner())
                ? " " + heir + " is a superuser: whoever may use it acts with a superuser's rights."
                : "";
        if (object.kind() == ObjectKind.ROUTINE) {
            RoutineFacts facts = before.routines().get(object.oid());
            if (facts != null && facts.securityDefiner()) {
                add(Topic.RIGHTS, object, "SECURITY DEFINER: its statements run as " + heir + "." + risk);
            }
        } else if (object.kind() == ObjectKind.RELATION && object.letter() == 'v') {
            if (!before.relationFacts(object).securityInvoker()) {
                add(
                        Topic.RIGHTS,
                        object,
                        "What the view reads is read as " + heir + ", who has to hold the privileges for it." + risk);
            }
        } else if (object.kind() == ObjectKind.RELATION && object.letter() == 'm') {
            add(Topic.RIGHTS, object, "REFRESH reads as " + heir + ", who has to hold the privileges for it." + risk);
        }
    }

    /** Owners pass row security by unless it is forced; superusers and BYPASSRLS pass it by always (manual 5.9). */
    private void rowSecurity(ChangeOwner transfer) {
        DatabaseObject object = transfer.object();
        RelationFacts facts = before.relationFacts(object);
        if (object.kind() != ObjectKind.RELATION || !facts.rowSecurity() || facts.forcedRowSecurity()) {
            return;
        }
        String policies = policies(object);
        if (!passesBy(transfer.newOwner())) {
            add(
                    Topic.ROW_SECURITY,
                    object,
                    roles.shown(transfer.newOwner()) + " sees every row from now on: " + policies
                            + " hold no owner, for row security is not forced.");
        }
        if (!passesBy(object.owner())) {
            add(
                    Topic.ROW_SECURITY,
                    object,
                    roles.shown(object.owner()) + " sees only what " + policies + " let it see.");
        }
    }

    private String policies(DatabaseObject object) {
        List<String> names = before.policies().stream()
                .filter(policy -> policy.relation() == object.oid())
                .map(Policy::name)
                .map(Name::shown)
                .toList();
        return names.isEmpty()
                ? "its policies (there are none, so nothing)"
                : "its policies (" + String.join(", ", names) + ")";
    }

    private boolean passesBy(int role) {
        return isSuperuser(role) || roles.isKnown(role) && roles.role(role).bypassRowSecurity();
    }

    private boolean isSuperuser(int role) {
        return roles.isKnown(role) && roles.role(role).superuser();
    }

    /** Whether {@code role} holds what is granted to {@code other}. */
    private boolean holds(int role, int other) {
        return roles.isKnown(role)
                && roles.isKnown(other)
                && closure.holdersOf(other).has(role);
    }
}
