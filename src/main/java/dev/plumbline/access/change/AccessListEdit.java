package dev.plumbline.access.change;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Access lists as GRANT and REVOKE leave them ({@code aclupdate} of the server), and snapshots with one list changed. */
final class AccessListEdit {
    private AccessListEdit() {}

    /** Adds to the entry of that grantee and grantor, or makes one. */
    static AccessList granting(AccessList list, int grantee, int grantor, long privileges, long grantOptions) {
        int size = list.size();
        int at = find(list, grantee, grantor);
        int length = at < 0 ? size + 1 : size;
        int[] grantees = new int[length];
        int[] grantors = new int[length];
        long[] held = new long[length];
        long[] grantable = new long[length];
        for (int entry = 0; entry < size; entry++) {
            grantees[entry] = list.grantee(entry);
            grantors[entry] = list.grantor(entry);
            held[entry] = list.held(entry);
            grantable[entry] = list.grantable(entry);
        }
        int changed = at < 0 ? size : at;
        grantees[changed] = grantee;
        grantors[changed] = grantor;
        held[changed] |= privileges;
        grantable[changed] |= grantOptions;
        return new AccessList(grantees, grantors, held, grantable);
    }

    /** Takes from the entry of that grantee and grantor, its grant options too; an entry without privileges goes. */
    static AccessList revoking(AccessList list, int grantee, int grantor, long privileges) {
        int at = find(list, grantee, grantor);
        if (at < 0) {
            return list;
        }
        AccessList changed = granting(list, grantee, grantor, 0, 0);
        long left = changed.held(at) & ~privileges;
        int[] grantees = new int[changed.size()];
        int[] grantors = new int[changed.size()];
        long[] held = new long[changed.size()];
        long[] grantable = new long[changed.size()];
        int length = 0;
        for (int entry = 0; entry < changed.size(); entry++) {
            if (entry != at || left != 0) {
                grantees[length] = changed.grantee(entry);
                grantors[length] = changed.grantor(entry);
                held[length] = entry == at ? left : changed.held(entry);
                grantable[length] = entry == at ? changed.grantable(entry) & ~privileges : changed.grantable(entry);
                length++;
            }
        }
        return new AccessList(
                Arrays.copyOf(grantees, length),
                Arrays.copyOf(grantors, length),
                Arrays.copyOf(held, length),
                Arrays.copyOf(grantable, length));
    }

    private static int find(AccessList list, int grantee, int grantor) {
        for (int entry = 0; entry < list.size(); entry++) {
            if (list.grantee(entry) == grantee && list.grantor(entry) == grantor) {
                return entry;
            }
        }
        return -1;
    }

    static AccessSnapshot withAcl(AccessSnapshot before, DatabaseObject object, UnaryOperator<AccessList> edit) {
        return before.withObjects(before.objects().stream()
                .map(found -> isSame(found, object) ? found.withAcl(edit.apply(found.effectiveAcl())) : found)
                .toList());
    }

    static AccessSnapshot withColumnAcl(AccessSnapshot before, Column column, UnaryOperator<AccessList> edit) {
        return before.withColumns(before.columns().stream()
                .map(found -> found.relation() == column.relation() && found.number() == column.number()
                        ? new Column(found.relation(), found.number(), found.name(), orNull(edited(found.acl(), edit)))
                        : found)
                .toList());
    }

    private static AccessList edited(@Nullable AccessList acl, UnaryOperator<AccessList> edit) {
        return edit.apply(acl == null ? AccessList.EMPTY : acl);
    }

    /** A column on which nothing is granted any more has no list. */
    static @Nullable AccessList orNull(AccessList acl) {
        return acl.size() == 0 ? null : acl;
    }

    private static boolean isSame(DatabaseObject found, DatabaseObject object) {
        return found.oid() == object.oid()
                && found.kind() == object.kind()
                && (found.kind() != ObjectKind.PARAMETER || found.name().equals(object.name()));
    }
}
