package dev.plumbline.access.preflight;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.MembershipPath;
import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one role may do on objects, each with the path by which it may; what it may is {@link EffectivePrivileges}'s answer. */
final class Standing {
    static final String SUPERUSER = "superuser";
    private static final List<Name> PREDEFINED =
            List.of(Name.of("pg_read_all_data"), Name.of("pg_write_all_data"), Name.of("pg_maintain"));
    private final AccessSnapshot snapshot;
    private final EffectivePrivileges privileges;
    private final RoleGraph graph;
    private final Name role;
    private final int number;
    private final Map<String, PrivilegeRow> rows = new HashMap<>();

    Standing(AccessSnapshot snapshot, EffectivePrivileges privileges, Name role) {
        this.snapshot = snapshot;
        this.privileges = privileges;
        this.graph = RoleGraph.of(snapshot.catalog());
        this.role = role;
        Integer found = snapshot.roles().of(role);
        if (found == null) {
            throw new IllegalArgumentException("the snapshot has no role " + role);
        }
        this.number = found;
    }

    Name role() {
        return role;
    }

    /** The role's number in the snapshot. */
    int number() {
        return number;
    }

    RoleGraph graph() {
        return graph;
    }

    boolean isSuperuser() {
        return graph.isSuperuser(role);
    }

    /** The path by which the role holds the privilege; empty when it does not. */
    Optional<String> holds(DatabaseObject object, Privilege privilege) {
        if (isSuperuser()) {
            return Optional.of(SUPERUSER);
        }
        long bit = PrivilegeSet.bit(privilege);
        if ((row(object).held(number) & bit) == 0) {
            return Optional.empty();
        }
        AccessList acl = object.effectiveAcl();
        Optional<String> through = Optional.empty();
        boolean ofPublic = false;
        for (int entry = 0; entry < acl.size(); entry++) {
            int grantee = acl.grantee(entry);
            boolean gives = (acl.held(entry) & bit) != 0;
            if (gives && grantee == number) {
                return Optional.of(object.owner() == number ? "owner" : "own grant");
            }
            ofPublic |= gives && grantee == RoleIndex.PUBLIC;
            if (gives && through.isEmpty() && snapshot.roles().isKnown(grantee)) {
                through = pathTo(snapshot.roles().role(grantee).name());
            }
        }
        return Optional.of(ofPublic ? "PUBLIC" : through.orElseGet(this::predefined));
    }

    /** The path by which the role counts as the owner. */
    Optional<String> owns(DatabaseObject object) {
        if (isSuperuser()) {
            return Optional.of(SUPERUSER);
        }
        if (object.owner() == number) {
            return Optional.of("owner");
        }
        return snapshot.roles().isKnown(object.owner())
                ? pathTo(ownerOf(object)).map(path -> path + " (owner)")
                : Optional.empty();
    }

    /** The path by which it may grant all these: ownership, or one role's grant options for all of them. */
    Optional<String> grants(DatabaseObject object, PrivilegeSet wanted) {
        Optional<String> owner = owns(object);
        if (owner.isPresent()) {
            return owner;
        }
        AccessList acl = object.effectiveAcl();
        for (int entry = 0; entry < acl.size(); entry++) {
            boolean all = (acl.grantable(entry) & wanted.bits()) == wanted.bits();
            if (all && acl.grantee(entry) == number) {
                return Optional.of("grant option");
            }
            if (all && snapshot.roles().isKnown(acl.grantee(entry))) {
                Optional<String> path =
                        pathTo(snapshot.roles().role(acl.grantee(entry)).name());
                if (path.isPresent()) {
                    return path.map(through -> through + " (grant option)");
                }
            }
        }
        return Optional.empty();
    }

    boolean otherHolds(int other, DatabaseObject object, Privilege privilege) {
        return (row(object).held(other) & PrivilegeSet.bit(privilege)) != 0;
    }

    boolean maySetRole(Name other) {
        return graph.maySetRole(role, other);
    }

    Name ownerOf(DatabaseObject object) {
        return snapshot.roles().role(object.owner()).name();
    }

    private Optional<String> pathTo(Name other) {
        return graph.inheritingPath(role, other).map(MembershipPath::shown);
    }

    private String predefined() {
        return PREDEFINED.stream()
                .filter(name -> graph.exists(name) && graph.hasPrivilegesOf(role, name))
                .findFirst()
                .map(name -> "predefined role " + name.shown())
                .orElse("granted");
    }

    private PrivilegeRow row(DatabaseObject object) {
        return rows.computeIfAbsent(Remedies.id(object), id -> privileges.row(object));
    }
}
