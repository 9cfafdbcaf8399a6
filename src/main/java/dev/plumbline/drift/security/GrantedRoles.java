package dev.plumbline.drift.security;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.Policy;
import java.util.HashSet;
import java.util.Set;

/** The roles that this database names: as owner, in an ACL, in a default rule or in a policy. */
final class GrantedRoles {
    private GrantedRoles() {}

    static Set<Integer> of(AccessSituation situation) {
        Set<Integer> named = new HashSet<>();
        for (DatabaseObject object : situation.snapshot().objects()) {
            named.add(object.owner());
            if (object.acl() != null) {
                add(named, object.acl());
            }
        }
        for (Column column : situation.snapshot().columns()) {
            if (column.acl() != null) {
                add(named, column.acl());
            }
        }
        for (Policy policy : situation.snapshot().policies()) {
            named.addAll(policy.roles());
        }
        for (DefaultPrivilege rule : situation.snapshot().catalog().defaultPrivileges()) {
            add(named, situation, rule.creator());
            for (AclItem item : rule.acl()) {
                Name grantee = item.grantee().role();
                if (grantee != null) {
                    add(named, situation, grantee);
                }
            }
        }
        return named;
    }

    private static void add(Set<Integer> named, AccessList acl) {
        for (int entry = 0; entry < acl.size(); entry++) {
            named.add(acl.grantee(entry));
            named.add(acl.grantor(entry));
        }
    }

    private static void add(Set<Integer> named, AccessSituation situation, Name role) {
        Integer number = situation.index().of(role);
        if (number != null) {
            named.add(number);
        }
    }
}
