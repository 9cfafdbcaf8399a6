package dev.plumbline.access;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The memberships of a snapshot as hops, with the options that count on its server. */
final class LinksOfSnapshot {
    private static final Name DATABASE_OWNER = Name.of("pg_database_owner");

    private LinksOfSnapshot() {}

    static List<Link> of(Snapshot snapshot) {
        Map<Name, Role> roles = new TreeMap<>();
        snapshot.roles().forEach(role -> roles.put(role.name(), role));
        return of(snapshot, roles);
    }

    static List<Link> of(Snapshot snapshot, Map<Name, Role> roles) {
        Map<Name, Map<Name, List<Membership>>> grants = new TreeMap<>();
        for (Membership grant : snapshot.memberships()) {
            grants.computeIfAbsent(grant.member(), name -> new TreeMap<>())
                    .computeIfAbsent(grant.role(), name -> new ArrayList<>())
                    .add(effective(grant, snapshot, roles));
        }
        List<Link> links = new ArrayList<>();
        grants.forEach((member, ofMember) ->
                ofMember.forEach((role, edges) -> links.add(new Link(role, member, edges, false))));
        if (roles.containsKey(DATABASE_OWNER)) {
            links.add(ownership(snapshot, roles));
        }
        return links;
    }

    /** Before 16 the member's own INHERIT counts for all its memberships; CockroachDB knows no NOINHERIT. */
    private static Membership effective(Membership grant, Snapshot snapshot, Map<Name, Role> roles) {
        if (snapshot.server().version().hasMembershipOptions()) {
            return grant;
        }
        boolean inherit = snapshot.server().version().isCockroach() || inherits(grant.member(), roles, grant.inherit());
        return new Membership(grant.role(), grant.member(), grant.grantor(), grant.admin(), inherit, true);
    }

    /** The database's owner is a member of pg_database_owner by owning (manual 21.5, from 14). */
    private static Link ownership(Snapshot snapshot, Map<Name, Role> roles) {
        Name owner = snapshot.database().owner();
        boolean inherit = snapshot.server().version().hasMembershipOptions() || inherits(owner, roles, true);
        Membership byOwning = new Membership(DATABASE_OWNER, owner, null, false, inherit, true);
        return new Link(DATABASE_OWNER, owner, List.of(byOwning), true);
    }

    private static boolean inherits(Name member, Map<Name, Role> roles, boolean otherwise) {
        Role role = roles.get(member);
        return role == null ? otherwise : role.inherit();
    }
}
