package dev.plumbline.access.change;

import dev.plumbline.access.ObjectKey;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The objects that two states both hold, in the later state's order, each with the columns that can be compared. */
final class PairedObjects {
    private final AccessSnapshot before;
    private final AccessSnapshot after;
    private final Map<Long, List<Column>> columnsBefore;
    private final Map<Long, List<Column>> columnsAfter;

    PairedObjects(AccessSnapshot before, AccessSnapshot after) {
        this.before = before;
        this.after = after;
        this.columnsBefore = before.columnsByRelation();
        this.columnsAfter = after.columnsByRelation();
    }

    record Pair(DatabaseObject was, DatabaseObject is, List<ColumnPair> columns) {}

    record ColumnPair(Column was, Column is) {}

    List<Pair> list() {
        List<Pair> pairs = new ArrayList<>();
        boolean byPlace = isSameByPlace();
        Map<ObjectKey, DatabaseObject> byKey = byPlace ? Map.of() : byKey();
        for (int at = 0; at < after.objects().size(); at++) {
            DatabaseObject is = after.objects().get(at);
            DatabaseObject was = byPlace ? before.objects().get(at) : byKey.get(ObjectKey.of(is));
            if (was != null) {
                pairs.add(new Pair(was, is, columns(was, is)));
            }
        }
        return pairs;
    }

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

    private Map<ObjectKey, DatabaseObject> byKey() {
        Map<ObjectKey, DatabaseObject> objects = new HashMap<>();
        before.objects().forEach(object -> objects.put(ObjectKey.of(object), object));
        return objects;
    }

    /**
     * Only columns on which something was granted, before or after: the others say what their relation says. A column that one reading lacks because it reads only
     * those with grants had none there; where every column was read it was added or dropped, and there is nothing to compare.
     */
    private List<ColumnPair> columns(DatabaseObject was, DatabaseObject is) {
        List<Column> were = columnsBefore.getOrDefault(was.oid(), List.of());
        List<Column> are = columnsAfter.getOrDefault(is.oid(), List.of());
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
