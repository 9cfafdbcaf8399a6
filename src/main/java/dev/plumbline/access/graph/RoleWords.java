package dev.plumbline.access.graph;

import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which kind of node a role is, and the line that stands under its name. */
final class RoleWords {
    private static final int MOST_PARTS = 2;
    private final AccessSnapshot snapshot;
    private final RoleGraph roles;
    private final ObjectSums sums;

    RoleWords(AccessSnapshot snapshot, RoleGraph roles, ObjectSums sums) {
        this.snapshot = snapshot;
        this.roles = roles;
        this.sums = sums;
    }

    NodeKind kind(int number) {
        Role role = snapshot.roles().role(number);
        if (RoleGraph.isPredefined(role.name())) {
            return NodeKind.PREDEFINED;
        }
        if (sums.owned().containsKey(number)) {
            return NodeKind.OWNER;
        }
        if (role.login()) {
            return NodeKind.LOGIN;
        }
        boolean ofLogins = roles.membersOf(role.name()).stream()
                .map(link -> snapshot.roles().of(link.member()))
                .anyMatch(member ->
                        member != null && snapshot.roles().role(member).login());
        return sums.granted().containsKey(number) && !ofLogins ? NodeKind.OWNER : NodeKind.GROUP;
    }

    String detail(int number) {
        Role role = snapshot.roles().role(number);
        List<String> parts = new ArrayList<>();
        NodeKind kind = kind(number);
        if (kind == NodeKind.PREDEFINED) {
            parts.add("predefined");
        } else if (role.superuser()) {
            parts.add("superuser");
        } else if (role.login()) {
            parts.add("login");
        } else if (kind == NodeKind.GROUP) {
            parts.add("group");
        }
        Map<String, Integer> owned = sums.owned().get(number);
        if (owned != null) {
            parts.add("owns " + ownedWords(owned));
        }
        if (!role.inherit()) {
            parts.add("NOINHERIT");
        }
        if (role.bypassRowSecurity() && !role.superuser()) {
            parts.add("BYPASSRLS");
        }
        int members = roles.membersOf(role.name()).size();
        if (members > 0 && owned == null) {
            parts.add(counted(members, "member"));
        }
        if (parts.isEmpty()) {
            parts.add("application role");
        }
        return String.join(" · ", parts);
    }

    /** {@code 41 tables, 2 schemas}. */
    static String ownedWords(Map<String, Integer> owned) {
        Map<TargetType, Integer> byType = new TreeMap<>();
        owned.forEach((target, count) -> {
            String words = target.split(":", 3)[1];
            for (TargetType type : TargetType.values()) {
                if (type.words().equals(words)) {
                    byType.merge(type, count, Integer::sum);
                }
            }
        });
        List<String> parts = new ArrayList<>();
        List<TargetType> largestFirst = new ArrayList<>(byType.keySet());
        largestFirst.sort(Comparator.comparing((TargetType type) -> type != TargetType.DATABASE)
                .thenComparing(type -> -byType.getOrDefault(type, 0)));
        for (TargetType type : largestFirst) {
            int count = byType.getOrDefault(type, 0);
            parts.add(ownedWords(type, count));
        }
        return parts.size() <= MOST_PARTS
                ? String.join(", ", parts)
                : String.join(", ", parts.subList(0, MOST_PARTS)) + "…";
    }

    private static String ownedWords(TargetType type, int count) {
        if (type == TargetType.DATABASE) {
            return "database";
        }
        return type.isSingle() ? counted(count, type.words()) : countedPlural(count, type.words());
    }

    String owners(GraphTarget target) {
        Set<String> owners = new TreeSet<>();
        for (DatabaseObject object : target.objects()) {
            owners.add(snapshot.roles().shown(object.owner()));
        }
        return owners.size() == 1 ? "of " + owners.iterator().next() : "of " + owners.size() + " owners";
    }

    static String counted(int count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    private static String countedPlural(int count, String many) {
        return count + " " + (count == 1 && many.endsWith("s") ? many.substring(0, many.length() - 1) : many);
    }
}
