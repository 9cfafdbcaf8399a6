package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/** What changes speak of and no reading lists: a parameter on which nothing was granted has no row in the catalog (manual, pg_parameter_acl). */
public final class ObjectsOfChanges {
    private ObjectsOfChanges() {}

    /** The same state with those parameters in it, so that two states of it hold the same objects. */
    public static AccessSnapshot added(AccessSnapshot snapshot, List<? extends AccessChange> changes) {
        List<DatabaseObject> objects = new ArrayList<>(snapshot.objects());
        for (AccessChange change : changes) {
            if (change instanceof GrantPrivileges grant
                    && grant.object().kind() == ObjectKind.PARAMETER
                    && objects.stream().noneMatch(found -> isSame(found, grant.object()))) {
                objects.add(grant.object());
            }
        }
        return objects.size() == snapshot.objects().size() ? snapshot : snapshot.withObjects(objects);
    }

    private static boolean isSame(DatabaseObject found, DatabaseObject asked) {
        return found.kind() == asked.kind() && found.name().equals(asked.name());
    }
}
