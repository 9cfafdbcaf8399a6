package dev.plumbline.access.change;

import dev.plumbline.access.ObjectName;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ServerIdentity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The objects that two states both hold, in the later state's order, each with the columns that can be compared; and those that only one of them holds. */
public final class PairedObjects {
    private final AccessSnapshot before;
    private final AccessSnapshot after;
    private final Map<Long, List<Column>> columnsBefore;
    private final Map<Long, List<Column>> columnsAfter;

    private final List<Pair> pairs = new ArrayList<>();
    private final List<DatabaseObject> onlyAfter = new ArrayList<>();
    private final List<DatabaseObject> onlyBefore = new ArrayList<>();

    public PairedObjects(AccessSnapshot before, AccessSnapshot after) {
        this.before = before;
        this.after = after;
        this.columnsBefore = before.columnsByRelation();
        this.columnsAfter = after.columnsByRelation();
        if (isSameByPlace()) {
            for (int at = 0; at < after.objects().size(); at++) {
                pair(before.objects().get(at), after.objects().get(at));
            }
        } else {
            pairByKey();
        }
    }

    /** The columns are those of the object on which something was granted, then or now. */
    public record Pair(DatabaseObject was, DatabaseObject is, List<ColumnPair> columns) {
        public Pair {
            columns = List.copyOf(columns);
        }
    }

    public record ColumnPair(Column was, Column is) {}

    public List<Pair> list() {
        return Collections.unmodifiableList(pairs);
    }

    public List<DatabaseObject> onlyBefore() {
        return Collections.unmodifiableList(onlyBefore);
    }

    public List<DatabaseObject> onlyAfter() {
        return Collections.unmodifiableList(onlyAfter);
    }

    /** The columns that the earlier state holds of an object. */
    public List<Column> columnsBefore(DatabaseObject object) {
        return object.kind() == ObjectKind.RELATION ? columnsBefore.getOrDefault(object.oid(), List.of()) : List.of();
    }

    public List<Column> columnsAfter(DatabaseObject object) {
        return object.kind() == ObjectKind.RELATION ? columnsAfter.getOrDefault(object.oid(), List.of()) : List.of();
    }

    private void pair(DatabaseObject was, DatabaseObject is) {
        pairs.add(new Pair(was, is, columns(was, is)));
    }

    private void pairByKey() {
        Map<ObjectName, DatabaseObject> left = new LinkedHashMap<>();
        before.objects().forEach(object -> left.put(ObjectName.of(object), object));
        List<DatabaseObject> unpaired = new ArrayList<>();
        for (DatabaseObject is : after.objects()) {
            DatabaseObject was = left.remove(ObjectName.of(is));
            if (was == null) {
                unpaired.add(is);
            } else {
                pair(was, is);
            }
        }
        Map<Place, DatabaseObject> byOid = new HashMap<>();
        if (isSameDatabase()) {
            left.values().forEach(object -> byOid.put(new Place(object.kind(), object.oid()), object));
        }
        for (DatabaseObject is : unpaired) {
            DatabaseObject was = byOid.get(new Place(is.kind(), is.oid()));
            if (was == null) {
                onlyAfter.add(is);
            } else {
                left.remove(ObjectName.of(was));
                pair(was, is);
            }
        }
        onlyBefore.addAll(left.values());
    }

    /** Where oids mean the same, so that what bears another name now is known to be renamed. */
    private boolean isSameDatabase() {
        ServerIdentity then = before.catalog().server();
        ServerIdentity now = after.catalog().server();
        return !then.systemIdentifier().equals(ServerIdentity.UNKNOWN)
                && then.systemIdentifier().equals(now.systemIdentifier())
                && then.databaseOid() == now.databaseOid();
    }

    private record Place(ObjectKind kind, long oid) {}

    private boolean isSameByPlace() {
        if (before.objects().size() != after.objects().size()) {
            return false;
        }
        for (int at = 0; at < before.objects().size(); at++) {
            DatabaseObject was = before.objects().get(at);
            DatabaseObject is = after.objects().get(at);
            if (was.oid() != is.oid() || was.kind() != is.kind() || !was.name().equals(is.name())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Only columns on which something was granted, before or after: the others say what their relation says. A column that one reading lacks because it reads only
     * those with grants had none there; where every column was read it was added or dropped, and there is nothing to compare.
     */
    private List<ColumnPair> columns(DatabaseObject was, DatabaseObject is) {
        if (columnsBefore.isEmpty() && columnsAfter.isEmpty()) {
            return List.of();
        }
        List<Column> were = columnsBefore(was);
        List<Column> are = columnsAfter(is);
        if (were.isEmpty() && are.isEmpty()) {
            return List.of();
        }
        Map<String, Column> then = byName(were);
        Map<String, Column> now = byName(are);
        Map<Integer, ColumnPair> pairs = new TreeMap<>();
        then.forEach((name, column) -> {
            Column later = now.get(name);
            if (later != null || !after.everyColumn()) {
                add(pairs, column, later == null ? without(column) : later);
            }
        });
        now.forEach((name, column) -> {
            if (!then.containsKey(name) && !before.everyColumn()) {
                add(pairs, without(column), column);
            }
        });
        return List.copyOf(pairs.values());
    }

    private static void add(Map<Integer, ColumnPair> pairs, Column was, Column is) {
        if (was.acl() != null || is.acl() != null) {
            pairs.put(is.number(), new ColumnPair(was, is));
        }
    }

    private static Column without(Column column) {
        return new Column(column.relation(), column.number(), column.name(), null);
    }

    private static Map<String, Column> byName(List<Column> columns) {
        Map<String, Column> byName = new HashMap<>();
        columns.forEach(column -> byName.put(column.name().text(), column));
        return byName;
    }
}
