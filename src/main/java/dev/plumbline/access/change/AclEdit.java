package dev.plumbline.access.change;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Access control lists as GRANT, REVOKE and an owner's change leave them ({@code aclupdate}, {@code aclnewowner} of the server). */
public final class AclEdit {
    private AclEdit() {}

    /** Adds to the entry of that grantee and grantor, or makes one; grant options that are there stay. */
    public static List<AclItem> granting(List<AclItem> acl, Grantee to, Grantee by, Collection<Privilege> privileges) {
        Map<Privilege, Boolean> added = new TreeMap<>();
        privileges.forEach(privilege -> added.put(privilege, false));
        List<AclItem> items = new ArrayList<>(acl);
        items.add(new AclItem(to, by, new TreeMap<>(added)));
        return merged(items);
    }

    /** Takes from the entry of that grantee and grantor; an entry without privileges goes. */
    public static List<AclItem> revoking(
            List<AclItem> acl, Grantee from, Grantee by, Collection<Privilege> privileges) {
        List<AclItem> items = new ArrayList<>();
        for (AclItem item : acl) {
            TreeMap<Privilege, Boolean> left = new TreeMap<>(item.privileges());
            if (item.grantee().equals(from) && item.grantor().equals(by)) {
                left.keySet().removeAll(privileges);
            }
            if (!left.isEmpty()) {
                items.add(new AclItem(item.grantee(), item.grantor(), left));
            }
        }
        return items.stream().sorted().toList();
    }

    /** The old owner as grantee and as grantor becomes the new one, and entries that become alike are joined. */
    public static List<AclItem> withNewOwner(List<AclItem> acl, Name from, Name to) {
        List<AclItem> items = new ArrayList<>();
        for (AclItem item : acl) {
            items.add(new AclItem(
                    replaced(item.grantee(), from, to), replaced(item.grantor(), from, to), item.privileges()));
        }
        return merged(items);
    }

    private static Grantee replaced(Grantee grantee, Name from, Name to) {
        return grantee.is(from) ? Grantee.role(to) : grantee;
    }

    /** Entries of the same grantee and grantor as one. */
    public static List<AclItem> merged(List<AclItem> items) {
        Map<Grantee, Map<Grantee, TreeMap<Privilege, Boolean>>> byPair = new TreeMap<>();
        for (AclItem item : items) {
            TreeMap<Privilege, Boolean> privileges = byPair.computeIfAbsent(item.grantee(), key -> new TreeMap<>())
                    .computeIfAbsent(item.grantor(), key -> new TreeMap<>());
            item.privileges().forEach((privilege, option) -> privileges.merge(privilege, option, Boolean::logicalOr));
        }
        List<AclItem> result = new ArrayList<>();
        byPair.forEach((grantee, byGrantor) ->
                byGrantor.forEach((grantor, privileges) -> result.add(new AclItem(grantee, grantor, privileges))));
        return result;
    }
}
