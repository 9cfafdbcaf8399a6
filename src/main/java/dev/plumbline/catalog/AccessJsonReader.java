package dev.plumbline.catalog;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Policy;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RelationFacts;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.RoleSetting;
import dev.plumbline.model.RoutineFacts;
import dev.plumbline.model.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link AccessJson} wrote. */
final class AccessJsonReader {
    private final RoleIndex roles;
    private final Map<Grantee, Integer> others = new HashMap<>();
    private final Map<Long, RelationFacts> relations = new HashMap<>();
    private final Map<Long, RoutineFacts> routines = new HashMap<>();

    private AccessJsonReader(RoleIndex roles) {
        this.roles = roles;
        for (int at = 0; at < roles.others().size(); at++) {
            others.put(roles.others().get(at), roles.known() + at);
        }
    }

    static AccessSnapshot read(SnapshotFields access, Snapshot catalog) {
        List<Grantee> others = access.list("unseenRoles", other -> other.grantee("is"));
        AccessJsonReader reader = new AccessJsonReader(new RoleIndex(catalog.roles(), others));
        List<DatabaseObject> objects = access.list("objects", reader::object);
        return new AccessSnapshot(
                catalog,
                reader.roles,
                objects,
                access.list("columns", reader::column),
                access.flag("everyColumn"),
                reader.relations,
                reader.routines,
                access.list("policies", reader::policy),
                access.list("roleSettings", AccessJsonReader::setting));
    }

    private DatabaseObject object(SnapshotFields node) {
        ObjectKind kind = ObjectKind.ofWord(node.text("kind"))
                .orElseThrow(() -> SnapshotFields.broken(node.place() + ".kind", "is an unknown kind"));
        long oid = node.number("oid");
        if (node.has("relation")) {
            relations.put(oid, relation(oid, node.object("relation")));
        }
        if (node.has("routine")) {
            routines.put(oid, routine(oid, node.object("routine")));
        }
        return new DatabaseObject(
                kind,
                oid,
                node.nameOrNull("schema"),
                node.text("name"),
                node.text("detail"),
                number(node, "owner"),
                acl(node),
                node.word("origin", ObjectOrigin.class));
    }

    private static RelationFacts relation(long oid, SnapshotFields node) {
        return new RelationFacts(
                oid,
                node.flag("rowSecurity"),
                node.flag("forcedRowSecurity"),
                node.flag("securityInvoker"),
                node.number("partitionOf"),
                node.number("sequenceOf"));
    }

    private static RoutineFacts routine(long oid, SnapshotFields node) {
        return new RoutineFacts(
                oid, node.flag("securityDefiner"), node.texts("settings"), node.name("language"), node.letter("kind"));
    }

    private Column column(SnapshotFields node) {
        return new Column(node.number("relation"), node.small("number"), node.name("name"), acl(node));
    }

    private Policy policy(SnapshotFields node) {
        return new Policy(
                node.number("relation"),
                node.name("name"),
                node.flag("permissive"),
                node.letter("command"),
                node.list("roles", role -> number(role, "is")),
                node.text("using"),
                node.text("check"));
    }

    private static RoleSetting setting(SnapshotFields node) {
        return new RoleSetting(node.nameOrNull("role"), node.nameOrNull("database"), node.texts("settings"));
    }

    private @Nullable AccessList acl(SnapshotFields node) {
        if (node.isNull("acl")) {
            return null;
        }
        List<Entry> entries = node.list(
                "acl", item -> new Entry(number(item, "grantee"), number(item, "grantor"), PrivilegeLetters.of(item)));
        int size = entries.size();
        int[] grantees = new int[size];
        int[] grantors = new int[size];
        long[] held = new long[size];
        long[] grantable = new long[size];
        for (int at = 0; at < size; at++) {
            grantees[at] = entries.get(at).grantee;
            grantors[at] = entries.get(at).grantor;
            held[at] = entries.get(at).privileges.held;
            grantable[at] = entries.get(at).privileges.grantable;
        }
        return new AccessList(grantees, grantors, held, grantable);
    }

    private int number(SnapshotFields node, String field) {
        Grantee grantee = node.grantee(field);
        if (grantee.isPublic()) {
            return RoleIndex.PUBLIC;
        }
        Integer known = grantee.role() == null ? null : roles.of(grantee.role());
        Integer number = known == null ? others.get(grantee) : known;
        if (number == null) {
            throw SnapshotFields.broken(node.place() + "." + field, "names a role that the file does not list");
        }
        return number;
    }

    private record Entry(int grantee, int grantor, PrivilegeLetters privileges) {}

    /** {@code ar*w}: held, and after a star also grantable. */
    private record PrivilegeLetters(long held, long grantable) {
        static PrivilegeLetters of(SnapshotFields item) {
            String letters = item.text("privileges");
            long held = 0;
            long grantable = 0;
            long last = 0;
            for (int at = 0; at < letters.length(); at++) {
                char letter = letters.charAt(at);
                if (letter == '*' && last != 0) {
                    grantable |= last;
                } else if (isLetter(letter)) {
                    last = PrivilegeSet.bit(letter);
                    held |= last;
                } else {
                    throw SnapshotFields.broken(item.place() + ".privileges", "holds what no ACL can hold");
                }
            }
            return new PrivilegeLetters(held, grantable);
        }

        private static boolean isLetter(char letter) {
            return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
        }
    }
}
