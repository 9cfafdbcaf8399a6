package dev.plumbline.access;

import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Who is a member of whom, directly and through others, as {@code pg_has_role} answers it (PostgreSQL manual 9.26 and 21.3). A membership
 * passes privileges on when every hop has INHERIT, and allows SET ROLE when every hop has SET; before 16 each member's own INHERIT
 * counts. A superuser is a member of every role. Circles, which only a broken catalog holds, are survived. PUBLIC is no role: it is never in
 * the graph.
 */
public final class RoleGraph {
    private final Map<Name, Role> roles;
    private final LinkSearch links;
    private final boolean cockroach;

    private RoleGraph(Map<Name, Role> roles, LinkSearch links, boolean cockroach) {
        this.roles = roles;
        this.links = links;
        this.cockroach = cockroach;
    }

    public static RoleGraph of(Snapshot snapshot) {
        Map<Name, Role> roles = new TreeMap<>();
        snapshot.roles().forEach(role -> roles.put(role.name(), role));
        boolean cockroach = snapshot.server().version().isCockroach();
        return new RoleGraph(roles, new LinkSearch(LinksOfSnapshot.of(snapshot, roles)), cockroach);
    }

    public boolean exists(Name role) {
        return roles.containsKey(role);
    }

    /** A role that comes with the server: its name begins with {@code pg_}, which no other role's may (manual CREATE ROLE). */
    public static boolean isPredefined(Name role) {
        return role.text().startsWith("pg_");
    }

    /** True for a superuser; on CockroachDB for {@code root} and for members of {@code admin}, which hold everything always. */
    public boolean isSuperuser(Name name) {
        Role role = roles.get(name);
        if (role != null && role.superuser()) {
            return true;
        }
        return cockroach
                && (name.text().equals("root")
                        || name.text().equals("admin")
                        || links.above(name, link -> true).containsKey(Name.of("admin")));
    }

    /** What the role is a direct member of. */
    public List<Link> parentsOf(Name member) {
        return links.parentsOf(member);
    }

    /** Who is a direct member of the role. */
    public List<Link> membersOf(Name role) {
        return links.membersOf(role);
    }

    /** {@code pg_has_role(member, role, 'MEMBER')}: the role itself, a membership of any kind, or a superuser. */
    public boolean isMember(Name member, Name role) {
        return member.equals(role) || isSuperuser(member) || isGrantedMember(member, role);
    }

    /** A membership that grants make, whoever is superuser; a role is not granted to itself. */
    public boolean isGrantedMember(Name member, Name role) {
        return links.above(member, link -> true).containsKey(role);
    }

    /** {@code pg_has_role(member, role, 'USAGE')}: the member holds the role's privileges without SET ROLE. */
    public boolean hasPrivilegesOf(Name member, Name role) {
        return member.equals(role)
                || isSuperuser(member)
                || links.above(member, Link::inherit).containsKey(role);
    }

    /** {@code pg_has_role(member, role, 'SET')} of PostgreSQL 16, and MEMBER before: the member may SET ROLE. */
    public boolean maySetRole(Name member, Name role) {
        return member.equals(role)
                || isSuperuser(member)
                || links.above(member, Link::set).containsKey(role);
    }

    /** {@code pg_has_role(member, role, 'MEMBER WITH ADMIN OPTION')}: a path whose last hop has ADMIN; the other hops may be of any kind. */
    public boolean isAdminOf(Name member, Name role) {
        return isSuperuser(member) || adminThrough(member, role, link -> true).isPresent();
    }

    /**
     * The role as whose holder the member may grant the role on: the member itself, or the nearest one whose privileges it inherits and
     * which has ADMIN. Empty for a superuser without such a grant, who grants as the bootstrap superuser or the role's own (manual GRANT).
     */
    public Optional<Name> grantorFor(Name member, Name role) {
        return adminThrough(member, role, Link::inherit);
    }

    /** Every role whose privileges the role holds without SET ROLE, itself first, nearest first. */
    public Set<Name> inheritedBy(Name member) {
        Set<Name> names = new LinkedHashSet<>();
        names.add(member);
        names.addAll(links.above(member, Link::inherit).keySet());
        return names;
    }

    /** The shortest way by which the member is in the role, whatever its options. */
    public Optional<MembershipPath> shortestPath(Name member, Name role) {
        return path(links.shortest(member, role, link -> true));
    }

    /** The shortest way by which the member holds the role's privileges without SET ROLE. */
    public Optional<MembershipPath> inheritingPath(Name member, Name role) {
        return path(links.shortest(member, role, Link::inherit));
    }

    /** All ways without a role twice, shortest first, at most {@code limit} of them. */
    public List<MembershipPath> paths(Name member, Name role, int limit) {
        return links.ways(member, role, limit).stream().map(MembershipPath::new).toList();
    }

    private static Optional<MembershipPath> path(List<Link> way) {
        return way.isEmpty() ? Optional.empty() : Optional.of(new MembershipPath(way));
    }

    private Optional<Name> adminThrough(Name member, Name role, Predicate<Link> passes) {
        Set<Name> candidates = new LinkedHashSet<>();
        candidates.add(member);
        candidates.addAll(links.above(member, passes).keySet());
        return candidates.stream()
                .filter(name ->
                        parentsOf(name).stream().anyMatch(link -> link.role().equals(role) && link.admin()))
                .findFirst();
    }
}
