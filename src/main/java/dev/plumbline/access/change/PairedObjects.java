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

/** The objects that two states both hold, in the later state's order, each with the columns that can be compared; and those that only one of them holds. */
public final class PairedObjects {
    private final AccessSnapshot before;
    private final AccessSnapshot after;
    private final PairedColumns columns;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<DatabaseObject> onlyAfter = new ArrayList<>();
    private final List<DatabaseObject> onlyBefore = new ArrayList<>();

    public PairedObjects(AccessSnapshot before, AccessSnapshot after) {
        this.before = before;
        this.after = after;
        this.columns = new PairedColumns(before, after);
        if (haveSamePlaces(before, after)) {
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
        return columns.before(object);
    }

    public List<Column> columnsAfter(DatabaseObject object) {
        return columns.after(object);
    }

    private void pair(DatabaseObject was, DatabaseObject is) {
        pairs.add(columns.pair(was, is));
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

    /** Whether both states hold the same objects in the same order, as where one was made from the other by changes of grants. */
    static boolean haveSamePlaces(AccessSnapshot before, AccessSnapshot after) {
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
}
