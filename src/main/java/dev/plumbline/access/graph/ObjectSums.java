package dev.plumbline.access.graph;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Owners and grants summed by role and target. What an owner holds by owning is no grant. Objects that came with the server or an extension are
 * left out unless somebody besides owner and PUBLIC was granted something on them, and so are other databases.
 */
final class ObjectSums {
    private final Map<String, List<DatabaseObject>> targets = new LinkedHashMap<>();
    private final Map<Integer, Map<String, Integer>> owned = new TreeMap<>();
    private final Map<Integer, Map<String, Grants>> granted = new TreeMap<>();

    /** What one role was granted on one target, over all its objects and columns. */
    static final class Grants {
        private long held;
        private long grantable;
        private final Set<Long> objects = new HashSet<>();

        /** The letters as the server prints them, and on how many objects when not on all: {@code arwd*}, {@code r 3/31}. */
        private String label(int all, Map<List<Long>, String> known) {
            String text = known.computeIfAbsent(List.of(held, grantable), bits -> letters());
            return objects.size() >= all ? text : text + " " + objects.size() + "/" + all;
        }

        private String letters() {
            TreeMap<Privilege, Boolean> marked = new TreeMap<>();
            new PrivilegeSet(held)
                    .list()
                    .forEach(privilege -> marked.put(privilege, (grantable & PrivilegeSet.bit(privilege)) != 0));
            return new AclItem(Grantee.PUBLIC, Grantee.PUBLIC, marked).letters();
        }
    }

    private final Map<List<Long>, String> letters = new HashMap<>();

    private ObjectSums() {}

    static ObjectSums of(AccessSnapshot snapshot) {
        ObjectSums sums = new ObjectSums();
        Map<Long, DatabaseObject> relations = new HashMap<>();
        for (DatabaseObject object : snapshot.objects()) {
            boolean counts = object.origin() == ObjectOrigin.USER || isGrantedToOthers(object);
            if (counts && !isAnotherDatabase(snapshot, object)) {
                sums.add(object);
                if (TargetType.of(object) != TargetType.SCHEMA && object.schema() != null) {
                    relations.put(object.oid(), object);
                }
            }
        }
        for (Column column : snapshot.columns()) {
            DatabaseObject relation = relations.get(column.relation());
            AccessList acl = column.acl();
            if (relation != null && acl != null) {
                sums.addGrants(relation, idOf(relation), acl);
            }
        }
        return sums;
    }

    private static boolean isAnotherDatabase(AccessSnapshot snapshot, DatabaseObject object) {
        return object.kind() == ObjectKind.DATABASE
                && object.oid() != snapshot.catalog().database().oid();
    }

    private static boolean isGrantedToOthers(DatabaseObject object) {
        AccessList acl = object.acl();
        for (int entry = 0; acl != null && entry < acl.size(); entry++) {
            if (acl.grantee(entry) != object.owner() && acl.grantee(entry) != RoleIndex.PUBLIC) {
                return true;
            }
        }
        return false;
    }

    private void add(DatabaseObject object) {
        String target = idOf(object);
        targets.computeIfAbsent(target, id -> new ArrayList<>()).add(object);
        owned.computeIfAbsent(object.owner(), role -> new LinkedHashMap<>()).merge(target, 1, Integer::sum);
        addGrants(object, target, object.effectiveAcl());
    }

    private void addGrants(DatabaseObject object, String target, AccessList acl) {
        for (int entry = 0; entry < acl.size(); entry++) {
            if (acl.grantee(entry) != object.owner()) {
                Grants grants = granted.computeIfAbsent(acl.grantee(entry), role -> new LinkedHashMap<>())
                        .computeIfAbsent(target, id -> new Grants());
                grants.held |= acl.held(entry);
                grants.grantable |= acl.grantable(entry);
                grants.objects.add(object.oid());
            }
        }
    }

    private static String idOf(DatabaseObject object) {
        return targetOf(object, List.of(object)).id();
    }

    static GraphTarget targetOf(DatabaseObject object, List<DatabaseObject> objects) {
        TargetType type = TargetType.of(object);
        String schema = type == TargetType.SCHEMA
                ? object.name()
                : object.schema() == null ? "" : object.schema().text();
        return new GraphTarget(type, schema, objects);
    }

    String label(Grants grants, int all) {
        return grants.label(all, letters);
    }

    List<GraphTarget> targets() {
        return targets.values().stream()
                .map(objects -> targetOf(objects.get(0), objects))
                .toList();
    }

    Map<Integer, Map<String, Integer>> owned() {
        return owned;
    }

    Map<Integer, Map<String, Grants>> granted() {
        return granted;
    }
}
