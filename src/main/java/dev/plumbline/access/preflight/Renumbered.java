package dev.plumbline.access.preflight;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A snapshot with one role more, every number of {@link RoleIndex} moved to the place it has then. */
final class Renumbered {
    private final RoleIndex before;
    private final RoleIndex after;

    private Renumbered(RoleIndex before, RoleIndex after) {
        this.before = before;
        this.after = after;
    }

    static AccessSnapshot of(AccessSnapshot snapshot, Snapshot catalog) {
        RoleIndex after = new RoleIndex(catalog.roles(), snapshot.roles().others());
        Renumbered numbers = new Renumbered(snapshot.roles(), after);
        List<DatabaseObject> objects =
                snapshot.objects().stream().map(numbers::moved).toList();
        List<Column> columns = snapshot.columns().stream()
                .map(column ->
                        new Column(column.relation(), column.number(), column.name(), numbers.moved(column.acl())))
                .toList();
        return new AccessSnapshot(
                catalog,
                after,
                objects,
                columns,
                snapshot.everyColumn(),
                snapshot.relations(),
                snapshot.routines(),
                List.of(),
                snapshot.settings());
    }

    private DatabaseObject moved(DatabaseObject object) {
        return new DatabaseObject(
                object.kind(),
                object.oid(),
                object.schema(),
                object.name(),
                object.detail(),
                moved(object.owner()),
                moved(object.acl()),
                object.origin());
    }

    private @Nullable AccessList moved(@Nullable AccessList acl) {
        if (acl == null) {
            return null;
        }
        int[] grantees = new int[acl.size()];
        int[] grantors = new int[acl.size()];
        long[] held = new long[acl.size()];
        long[] grantable = new long[acl.size()];
        for (int entry = 0; entry < acl.size(); entry++) {
            grantees[entry] = moved(acl.grantee(entry));
            grantors[entry] = moved(acl.grantor(entry));
            held[entry] = acl.held(entry);
            grantable[entry] = acl.grantable(entry);
        }
        return new AccessList(grantees, grantors, held, grantable);
    }

    private int moved(int number) {
        if (number == RoleIndex.PUBLIC) {
            return number;
        }
        if (!before.isKnown(number)) {
            return number - before.known() + after.known();
        }
        Integer place = after.of(before.role(number).name());
        return place == null ? number : place;
    }
}
