package dev.plumbline.access.defaults;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.access.RoleClosure;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.AllWord;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Who could do what with an object that does not exist yet, by its ACL. */
final class Reaches {
    private static final List<String> PREDEFINED = List.of("pg_read_all_data", "pg_write_all_data", "pg_maintain");
    private final RoleIndex roles;
    private final EffectivePrivileges privileges;
    private final RoleClosure closure;
    private final RoleGraph graph;
    private final AccessSnapshot snapshot;

    Reaches(AccessSnapshot snapshot, EffectivePrivileges privileges) {
        this.snapshot = snapshot;
        this.roles = snapshot.roles();
        this.privileges = privileges;
        this.closure = privileges.closure();
        this.graph = RoleGraph.of(snapshot.catalog());
    }

    List<Reach> of(Name owner, ObjectType type, List<AclItem> acl) {
        PrivilegeRow row = privileges.row(object(type, acl));
        long kinds = PrivilegeSet.of(type.kind().privileges(snapshot.version())).bits();
        List<Reach> reaches = new ArrayList<>();
        for (int role = RoleIndex.PUBLIC; role < roles.known(); role++) {
            PrivilegeSet held = new PrivilegeSet(row.held(role) & kinds);
            if (!held.isEmpty()) {
                Grantee who = roles.grantee(role);
                List<Way> ways = role == RoleIndex.PUBLIC
                        ? List.of(new Way(Way.Kind.GRANTED, "", held))
                        : ways(role, owner, type.kind(), acl, held);
                if (ways.stream().anyMatch(way -> way.kind() != Way.Kind.PUBLIC)) {
                    boolean superuser = role >= 0 && closure.isSuperuser(role);
                    long options = superuser ? 0 : row.grantable(role) & kinds;
                    boolean all = AllWord.isWorthAWord(type.kind(), snapshot.version()) && held.bits() == kinds;
                    reaches.add(new Reach(who, held, new PrivilegeSet(options), ways, all));
                }
            }
        }
        reaches.sort(Comparator.comparing((Reach reach) -> reach.ways().get(0).kind() != Way.Kind.OWNER)
                .thenComparing(reach -> reach.ways().get(0).kind() == Way.Kind.SUPERUSER)
                .thenComparing(Reach::who));
        return reaches;
    }

    /** Owned by nobody known: grant options are then those of the ACL alone, and privileges are the same, as only the ACL gives them. */
    private DatabaseObject object(ObjectType type, List<AclItem> acl) {
        String letter = type == ObjectType.TABLES ? "r" : "";
        return new DatabaseObject(
                type.kind(), Long.MAX_VALUE, null, "", letter, roles.known(), list(acl), ObjectOrigin.USER);
    }

    private AccessList list(List<AclItem> acl) {
        int size = acl.size();
        int[] grantees = new int[size];
        int[] grantors = new int[size];
        long[] held = new long[size];
        long[] grantable = new long[size];
        for (int at = 0; at < size; at++) {
            AclItem item = acl.get(at);
            grantees[at] = number(item.grantee());
            grantors[at] = number(item.grantor());
            held[at] = PrivilegeSet.of(item.held()).bits();
            grantable[at] = PrivilegeSet.of(item.privileges().entrySet().stream()
                            .filter(java.util.Map.Entry::getValue)
                            .map(java.util.Map.Entry::getKey)
                            .toList())
                    .bits();
        }
        return new AccessList(grantees, grantors, held, grantable);
    }

    /** A role that was dropped has a number beyond the known ones, which nobody holds anything by. */
    private int number(Grantee grantee) {
        Name name = grantee.role();
        Integer number = name == null ? null : roles.of(name);
        return grantee.isPublic() ? RoleIndex.PUBLIC : number == null ? roles.known() : number;
    }

    private List<Way> ways(int role, Name owner, ObjectKind kind, List<AclItem> acl, PrivilegeSet held) {
        Name name = roles.role(role).name();
        if (closure.isSuperuser(role)) {
            String through = snapshot.version().isCockroach() ? "root and admin hold everything" : "";
            return List.of(
                    name.equals(owner)
                            ? new Way(Way.Kind.OWNER, "", held)
                            : new Way(Way.Kind.SUPERUSER, through, held));
        }
        List<Way> candidates = new ArrayList<>();
        for (AclItem item : acl) {
            Name grantee = item.grantee().role();
            PrivilegeSet gives = PrivilegeSet.of(item.held());
            if (item.grantee().isPublic()) {
                candidates.add(new Way(Way.Kind.PUBLIC, "", gives));
            } else if (name.equals(grantee)) {
                candidates.add(new Way(name.equals(owner) ? Way.Kind.OWNER : Way.Kind.GRANTED, "", gives));
            } else if (grantee != null) {
                addMember(candidates, Way.Kind.MEMBER, name, grantee, gives);
            }
        }
        for (String predefined : PREDEFINED) {
            Name group = Name.of(predefined);
            PrivilegeSet gives = ofPredefined(predefined, kind);
            if (name.equals(group)) {
                candidates.add(new Way(Way.Kind.PREDEFINED, "", gives));
            } else if (roles.of(group) != null) {
                addMember(candidates, Way.Kind.PREDEFINED, name, group, gives);
            }
        }
        return adding(candidates, held);
    }

    private void addMember(List<Way> ways, Way.Kind kind, Name member, Name group, PrivilegeSet gives) {
        Integer number = roles.of(member);
        Integer of = roles.of(group);
        if (number != null && of != null && closure.holdersOf(of).has(number)) {
            graph.inheritingPath(member, group)
                    .ifPresent(path -> ways.add(new Way(
                            kind,
                            path.links().stream()
                                    .map(link -> link.role().shown())
                                    .collect(Collectors.joining(" → ")),
                            gives)));
        }
    }

    private static PrivilegeSet ofPredefined(String role, ObjectKind kind) {
        boolean relation = kind == ObjectKind.RELATION || kind == ObjectKind.SEQUENCE;
        if (!relation) {
            boolean schema = kind == ObjectKind.SCHEMA && !role.equals("pg_maintain");
            return schema ? PrivilegeSet.of(Privilege.USAGE) : PrivilegeSet.NONE;
        }
        return switch (role) {
            case "pg_read_all_data" -> PrivilegeSet.of(Privilege.SELECT);
            case "pg_write_all_data" -> PrivilegeSet.of(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);
            default -> PrivilegeSet.of(Privilege.MAINTAIN);
        };
    }

    private static List<Way> adding(List<Way> candidates, PrivilegeSet held) {
        candidates.sort(Comparator.comparing(Way::kind));
        List<Way> ways = new ArrayList<>();
        long explained = 0;
        for (Way way : candidates) {
            long adds = way.gives().bits() & held.bits() & ~explained;
            if (adds != 0) {
                ways.add(new Way(way.kind(), way.through(), new PrivilegeSet(adds)));
                explained |= adds;
            }
        }
        return ways;
    }
}
