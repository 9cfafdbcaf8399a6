package dev.plumbline.access.change;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.PrivilegeSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What takes from one grantee what an object's own list, or a column's, gives it; what it holds by other ways stays. */
public final class DirectChanges {
    private DirectChanges() {}

    /** A REVOKE for each grantor that gave some of these; empty where none is given directly. */
    public static List<RevokePrivileges> revokes(
            DatabaseObject object, @Nullable Column column, int grantee, PrivilegeSet privileges) {
        List<RevokePrivileges> changes = new ArrayList<>();
        AccessList acl = list(object, column);
        for (int entry = 0; entry < acl.size(); entry++) {
            long held = acl.held(entry) & privileges.bits();
            if (acl.grantee(entry) == grantee && held != 0) {
                changes.add(new RevokePrivileges(object, column, grantee, acl.grantor(entry), new PrivilegeSet(held)));
            }
        }
        return changes;
    }

    private static AccessList list(DatabaseObject object, @Nullable Column column) {
        if (column == null) {
            return object.effectiveAcl();
        }
        AccessList own = column.acl();
        return own == null ? AccessList.EMPTY : own;
    }
}
