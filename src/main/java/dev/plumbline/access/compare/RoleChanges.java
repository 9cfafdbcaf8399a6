package dev.plumbline.access.compare;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleSetting;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Roles, their settings and memberships that are not as they were. A role of the same name and another oid was dropped and made anew, and is told so. */
final class RoleChanges {
    private RoleChanges() {}

    static List<Change> of(AccessSnapshot before, AccessSnapshot after, Unknowns unknowns) {
        List<Change> changes = new ArrayList<>();
        if (!unknowns.about(Gap.ROLES)) {
            String cluster = before.catalog().server().systemIdentifier();
            boolean sameCluster = !cluster.equals(ServerIdentity.UNKNOWN)
                    && cluster.equals(after.catalog().server().systemIdentifier());
            changes.addAll(roles(before, after, sameCluster));
        }
        if (!unknowns.about(Gap.ROLES, Gap.MEMBERSHIPS)) {
            changes.addAll(Beside.of(Change.Part.MEMBERSHIPS, memberships(before), memberships(after), Edge::shown));
        }
        return changes;
    }

    private static List<Change> roles(AccessSnapshot before, AccessSnapshot after, boolean sameCluster) {
        List<Change> changes = new ArrayList<>();
        Map<Name, Role> then = byName(before);
        Map<Name, String> was = new HashMap<>();
        then.forEach((name, role) -> was.put(name, role.attributesShown()));
        Map<Name, String> is = new HashMap<>();
        byName(after).forEach((name, role) -> {
            Role earlier = then.get(name);
            boolean anew = sameCluster && earlier != null && earlier.oid() != role.oid();
            is.put(name, role.attributesShown() + (anew ? " (dropped and made anew)" : ""));
        });
        if (sameCluster) {
            renamed(before, after).forEach((old, now) -> {
                was.remove(old);
                is.remove(now);
                changes.add(new Change(
                        Change.Part.ROLES,
                        Change.Way.CHANGED,
                        now.shown(),
                        "named " + old.shown(),
                        "named " + now.shown()));
            });
        }
        changes.addAll(Beside.of(Change.Part.ROLES, was, is, Name::shown));
        return changes;
    }

    /** Roles with the oid of one that is gone, by the old name. What they were granted is told under both names. */
    private static Map<Name, Name> renamed(AccessSnapshot before, AccessSnapshot after) {
        Map<Long, Name> gone = new HashMap<>();
        before.catalog().roles().stream()
                .filter(role -> after.roles().of(role.name()) == null)
                .forEach(role -> gone.put(role.oid(), role.name()));
        Map<Name, Name> renamed = new TreeMap<>();
        after.catalog().roles().stream()
                .filter(role -> before.roles().of(role.name()) == null)
                .forEach(role -> {
                    Name old = gone.get(role.oid());
                    if (old != null) {
                        renamed.put(old, role.name());
                    }
                });
        return renamed;
    }

    private static Map<Name, Role> byName(AccessSnapshot snapshot) {
        return snapshot.catalog().roles().stream().collect(Collectors.toMap(Role::name, role -> role));
    }

    private static Map<Edge, String> memberships(AccessSnapshot snapshot) {
        Map<Edge, String> edges = new HashMap<>();
        boolean options = snapshot.version().hasMembershipOptions();
        for (Membership edge : snapshot.catalog().memberships()) {
            Edge key = new Edge(edge.role(), edge.member(), edge.grantor());
            edges.merge(
                    key,
                    (edge.admin() ? "ADMIN" : "no ADMIN")
                            + (edge.inherit() ? ", INHERIT" : ", no INHERIT")
                            + (!options || edge.set() ? ", SET" : ", no SET"),
                    (one, other) -> one + "; " + other);
        }
        return edges;
    }

    static List<Change> settings(AccessSnapshot before, AccessSnapshot after, Unknowns unknowns) {
        return unknowns.about(Gap.ROLE_SETTINGS)
                ? List.of()
                : Beside.of(Change.Part.SETTINGS, settings(before), settings(after), subject -> subject);
    }

    private static Map<String, String> settings(AccessSnapshot snapshot) {
        Map<String, String> settings = new HashMap<>();
        for (RoleSetting setting : snapshot.settings()) {
            String subject =
                    (setting.role() == null ? "all roles" : setting.role().shown())
                            + (setting.database() == null
                                    ? ""
                                    : " in database " + setting.database().shown());
            settings.merge(
                    subject,
                    setting.settings().stream().sorted().map(Visible::text).collect(Collectors.joining(", ")),
                    (one, other) -> one + "; " + other);
        }
        return settings;
    }

    /** Before 16 the grantor is who granted first, and from 16 grants by several stand beside each other. */
    private record Edge(Name role, Name member, @Nullable Name grantor) implements Comparable<Edge> {
        private static final Comparator<Edge> ORDER = Comparator.comparing(Edge::role)
                .thenComparing(Edge::member)
                .thenComparing(Edge::grantor, Comparator.nullsFirst(Comparator.naturalOrder()));

        String shown() {
            return member.shown() + " in " + role.shown() + (grantor == null ? "" : ", granted by " + grantor.shown());
        }

        @Override
        public int compareTo(Edge other) {
            return ORDER.compare(this, other);
        }
    }
}
