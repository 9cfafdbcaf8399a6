package dev.plumbline.access.change;

import dev.plumbline.access.change.PairedObjects.ColumnPair;
import dev.plumbline.access.change.PairedObjects.Pair;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns that two states can be compared by, object by object. */
final class PairedColumns {
    private final AccessSnapshot before;
    private final AccessSnapshot after;
    private final Map<Long, List<Column>> columnsBefore;
    private final Map<Long, List<Column>> columnsAfter;

    PairedColumns(AccessSnapshot before, AccessSnapshot after) {
        this.before = before;
        this.after = after;
        this.columnsBefore = before.columnsByRelation();
        this.columnsAfter = after.columns().equals(before.columns()) ? columnsBefore : after.columnsByRelation();
    }

    Pair pair(DatabaseObject was, DatabaseObject is) {
        return new Pair(was, is, columns(was, is));
    }

    List<Column> before(DatabaseObject object) {
        return object.kind() == ObjectKind.RELATION ? columnsBefore.getOrDefault(object.oid(), List.of()) : List.of();
    }

    List<Column> after(DatabaseObject object) {
        return object.kind() == ObjectKind.RELATION ? columnsAfter.getOrDefault(object.oid(), List.of()) : List.of();
    }

    /**
     * Only columns on which something was granted, before or after: the others say what their relation says. A column that one reading lacks because it reads only
     * those with grants had none there; where every column was read it was added or dropped, and there is nothing to compare.
     */
    private List<ColumnPair> columns(DatabaseObject was, DatabaseObject is) {
        List<Column> were = before(was);
        List<Column> are = after(is);
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
