package dev.plumbline.access.compare;

import dev.plumbline.access.ObjectName;
import dev.plumbline.access.change.PairedObjects;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import java.util.ArrayList;
import java.util.List;

/** Objects that came, went or are called otherwise, and those with another owner. */
final class ObjectChanges {
    private ObjectChanges() {}

    static List<Change> of(AccessSnapshot before, AccessSnapshot after, PairedObjects pairs, Unknowns unknowns) {
        List<Change> changes = new ArrayList<>();
        pairs.onlyBefore().stream()
                .filter(object -> !unknowns.about(object.kind()))
                .forEach(object -> changes.add(Change.went(
                        Change.Part.OBJECTS,
                        shown(object),
                        "owned by " + owner(before, object).shown())));
        pairs.onlyAfter().stream()
                .filter(object -> !unknowns.about(object.kind()))
                .forEach(object -> changes.add(Change.came(
                        Change.Part.OBJECTS,
                        shown(object),
                        "owned by " + owner(after, object).shown())));
        for (PairedObjects.Pair pair : pairs.list()) {
            if (!ObjectName.of(pair.was()).equals(ObjectName.of(pair.is()))) {
                changes.add(new Change(
                        Change.Part.OBJECTS,
                        Change.Way.CHANGED,
                        shown(pair.is()),
                        "named " + pair.was().shown(),
                        "named " + pair.is().shown()));
            }
            Grantee was = owner(before, pair.was());
            Grantee is = owner(after, pair.is());
            if (!was.equals(is)) {
                changes.add(
                        new Change(Change.Part.OWNERS, Change.Way.CHANGED, shown(pair.is()), was.shown(), is.shown()));
            }
        }
        return changes;
    }

    static String shown(DatabaseObject object) {
        return object.kind().word() + " " + object.shown();
    }

    private static Grantee owner(AccessSnapshot snapshot, DatabaseObject object) {
        return snapshot.roles().grantee(object.owner());
    }
}
