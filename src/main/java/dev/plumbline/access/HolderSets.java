package dev.plumbline.access;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.List;

/**
 * For one object after the other, who holds each of some privileges, as sets of roles: the answer to "who can", and the fast way through a whole
 * matrix. The sets are the same ones each time, filled anew by {@link #fill}; grant options are not asked for here.
 */
public final class HolderSets {
    private final EffectivePrivileges privileges;
    private final long[] bits;
    private final RoleSet[] sets;

    public HolderSets(EffectivePrivileges privileges, List<Privilege> asked) {
        this.privileges = privileges;
        bits = asked.stream().mapToLong(PrivilegeSet::bit).toArray();
        sets = new RoleSet[bits.length];
        for (int at = 0; at < sets.length; at++) {
            sets[at] = new RoleSet(privileges.closure().roles().known());
        }
    }

    /** The holders of the privilege at this place of the list asked for. */
    public RoleSet holders(int place) {
        return sets[place];
    }

    public void fill(DatabaseObject object) {
        RoleClosure closure = privileges.closure();
        for (RoleSet set : sets) {
            set.clear();
        }
        AccessList acl = object.effectiveAcl();
        for (int entry = 0; entry < acl.size(); entry++) {
            add(closure, acl.grantee(entry), acl.held(entry));
        }
        privileges.addedByPredefinedRoles(object).forEach(added -> addAll(added.holders(), added.privileges()));
        long cut = EffectivePrivileges.cutOn(object);
        long possible = object.kind().all().bits();
        for (int at = 0; at < sets.length; at++) {
            if ((cut & bits[at]) != 0) {
                sets[at].clear();
            }
            if ((possible & bits[at]) != 0) {
                sets[at].addAll(closure.superusers());
            }
        }
    }

    private void add(RoleClosure closure, int grantee, long held) {
        if (grantee == RoleIndex.PUBLIC) {
            addAll(closure.everybody(), held);
        } else if (closure.roles().isKnown(grantee)) {
            addAll(closure.holdersOf(grantee), held);
        }
    }

    private void addAll(RoleSet roles, long held) {
        for (int at = 0; at < sets.length; at++) {
            if ((held & bits[at]) != 0) {
                sets[at].addAll(roles);
            }
        }
    }
}
