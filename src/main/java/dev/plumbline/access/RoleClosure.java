package dev.plumbline.access;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * For each role the set of roles that hold its privileges, are its members, or may SET ROLE to it, each itself included: what {@link RoleGraph}
 * answers one by one, for all at once. Superusers, who pass every check, are not spread over the sets but stand in one of their own.
 */
public final class RoleClosure {
    private final RoleIndex roles;
    private final RoleSet everybody;
    private final RoleSet superusers;
    private final RoleSet[] holders;
    private final RoleSet[] members;
    private final RoleSet[] setters;
    private final RoleSet[] admins;
    private final int[][] administered;
    private final boolean cockroach;

    private RoleClosure(
            RoleIndex roles, int[][] inherited, int[][] member, int[][] set, int[][] administered, boolean cockroach) {
        this.roles = roles;
        this.administered = administered;
        this.cockroach = cockroach;
        int size = roles.known();
        everybody = new RoleSet(size);
        superusers = new RoleSet(size);
        for (int role = 0; role < size; role++) {
            everybody.add(role);
            if (roles.role(role).superuser()) {
                superusers.add(role);
            }
        }
        holders = below(inherited);
        members = below(member);
        setters = below(set);
        admins = new RoleSet[size];
        Arrays.setAll(admins, role -> new RoleSet(size));
        for (int admin = 0; admin < size; admin++) {
            for (int role : administered[admin]) {
                admins[role].addAll(members[admin]);
            }
        }
    }

    /** The earlier one with one way more from a member to a role: only the sets of those above the role grow, the others are shared. */
    private RoleClosure(RoleClosure before, int member, int role, boolean inherit, boolean set) {
        roles = before.roles;
        administered = before.administered;
        cockroach = before.cockroach;
        everybody = before.everybody;
        holders = inherit ? joined(before.holders, member, role) : before.holders;
        members = joined(before.members, member, role);
        setters = set ? joined(before.setters, member, role) : before.setters;
        admins = before.admins.clone();
        for (int admin = 0; admin < members.length; admin++) {
            if (!members[admin].sameAs(before.members[admin])) {
                for (int of : administered[admin]) {
                    admins[of] = admins[of].copy();
                    admins[of].addAll(members[admin]);
                }
            }
        }
        superusers = before.superusers.copy();
        if (cockroach) {
            addAdmins();
        }
    }

    private static RoleSet[] joined(RoleSet[] below, int member, int role) {
        RoleSet[] joined = below.clone();
        for (int above = 0; above < below.length; above++) {
            if (below[above].has(role) && !below[above].hasAll(below[member])) {
                joined[above] = below[above].copy();
                joined[above].addAll(below[member]);
            }
        }
        return joined;
    }

    /** The same after a membership was granted that was not there, or with options that were not; without ADMIN. */
    RoleClosure with(AddedMembership added) {
        Integer member = roles.of(added.member());
        Integer role = roles.of(added.role());
        return member == null || role == null
                ? this
                : new RoleClosure(this, member, role, added.inherit(), added.set());
    }

    public static RoleClosure of(AccessSnapshot snapshot) {
        List<Link> links = LinksOfSnapshot.of(snapshot.catalog());
        RoleIndex roles = snapshot.roles();
        RoleClosure closure = new RoleClosure(
                roles,
                parents(roles, links, Link::inherit),
                parents(roles, links, link -> true),
                parents(roles, links, Link::set),
                parents(roles, links, Link::admin),
                snapshot.version().isCockroach());
        if (snapshot.version().isCockroach()) {
            closure.addAdmins();
        }
        return closure;
    }

    /** On CockroachDB {@code root} and whoever is in {@code admin} hold everything always (v25.1, Authorization, "Admin role"). */
    private void addAdmins() {
        Integer admin = roles.of(Name.of("admin"));
        if (admin != null) {
            superusers.addAll(members[admin]);
        }
        Integer root = roles.of(Name.of("root"));
        if (root != null) {
            superusers.add(root);
        }
    }

    private static int[][] parents(RoleIndex roles, List<Link> links, Predicate<Link> passes) {
        List<List<Integer>> parents = new ArrayList<>();
        for (int role = 0; role < roles.known(); role++) {
            parents.add(new ArrayList<>(2));
        }
        for (Link link : links) {
            Integer member = roles.of(link.member());
            Integer role = roles.of(link.role());
            if (member != null && role != null && passes.test(link)) {
                parents.get(member).add(role);
            }
        }
        return parents.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** For each role those from which hops lead to it. A circle ends where it began. */
    private static RoleSet[] below(int[][] parents) {
        int size = parents.length;
        RoleSet[] below = new RoleSet[size];
        Arrays.setAll(below, role -> new RoleSet(size));
        int[] open = new int[size];
        int[] seenBy = new int[size];
        Arrays.fill(seenBy, -1);
        for (int member = 0; member < size; member++) {
            int end = 0;
            open[end++] = member;
            seenBy[member] = member;
            for (int at = 0; at < end; at++) {
                below[open[at]].add(member);
                for (int parent : parents[open[at]]) {
                    if (seenBy[parent] != member) {
                        seenBy[parent] = member;
                        open[end++] = parent;
                    }
                }
            }
        }
        return below;
    }

    /** The roles that hold other roles' privileges than in an earlier state whose roles have the same numbers, or are superusers now or no more. */
    public RoleSet changedSince(RoleClosure before) {
        RoleSet changed = new RoleSet(roles.known());
        changed.addDifference(superusers, before.superusers);
        for (int role = 0; role < holders.length; role++) {
            changed.addDifference(holders[role], before.holders[role]);
        }
        return changed;
    }

    public RoleIndex roles() {
        return roles;
    }

    public RoleSet everybody() {
        return everybody;
    }

    public RoleSet superusers() {
        return superusers;
    }

    public boolean isSuperuser(int role) {
        return superusers.has(role);
    }

    /** Who holds the role's privileges without SET ROLE ({@code pg_has_role(…, 'USAGE')}), superusers by that alone left out. */
    public RoleSet holdersOf(int role) {
        return holders[role];
    }

    /** Who is a member in any way ({@code MEMBER}). */
    public RoleSet membersOf(int role) {
        return members[role];
    }

    /** Who may SET ROLE to it ({@code SET}). */
    public RoleSet settersOf(int role) {
        return setters[role];
    }

    /** Who may grant it to others ({@code MEMBER WITH ADMIN OPTION}): those with ADMIN, and all members of theirs. */
    public RoleSet adminsOf(int role) {
        return admins[role];
    }

    public boolean holds(int member, int role) {
        return superusers.has(member) || holders[role].has(member);
    }

    /** The holders of a predefined role's privileges; null when the server has no such role. */
    @Nullable
    RoleSet holdersOf(String predefined) {
        Integer role = roles.of(Name.of(predefined));
        return role == null ? null : holders[role];
    }
}
