package dev.plumbline.catalog;

import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each role that a reading meets its number, known ones first; those met only in ACLs or as owners get one when they are met. */
final class RoleNumbers {
    private final List<Role> known;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Long, Integer> byOid = new HashMap<>();
    private final Map<Grantee, Integer> others = new HashMap<>();
    private final List<Grantee> otherOrder = new ArrayList<>();

    /** @param roles in the order of the snapshot */
    RoleNumbers(List<Role> roles) {
        known = roles;
        for (int number = 0; number < roles.size(); number++) {
            byName.put(roles.get(number).name().text(), number);
            byOid.put(roles.get(number).oid(), number);
        }
    }

    boolean isKnown(String name) {
        return byName.containsKey(name);
    }

    int ofName(String name) {
        Integer number = byName.get(name);
        return number != null ? number : other(Grantee.role(new Name(name)));
    }

    int ofOid(long oid) {
        Integer number = byOid.get(oid);
        return number != null ? number : other(Grantee.dangling(oid));
    }

    private int other(Grantee grantee) {
        return others.computeIfAbsent(grantee, met -> {
            otherOrder.add(met);
            return known.size() + otherOrder.size() - 1;
        });
    }

    RoleIndex finished() {
        return new RoleIndex(known, otherOrder);
    }
}
