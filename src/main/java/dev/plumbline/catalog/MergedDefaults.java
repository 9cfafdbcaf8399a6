package dev.plumbline.catalog;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Puts rules of the same creator, schema and type together, and in them the entries of the same grantee and grantor. */
final class MergedDefaults {
    private MergedDefaults() {}

    static void add(List<DefaultPrivilege> rules, DefaultPrivilege more) {
        for (int at = 0; at < rules.size(); at++) {
            DefaultPrivilege rule = rules.get(at);
            if (rule.creator().equals(more.creator())
                    && Objects.equals(rule.schema(), more.schema())
                    && rule.type() == more.type()) {
                rules.set(
                        at,
                        new DefaultPrivilege(
                                rule.creator(), rule.schema(), rule.type(), merged(rule.acl(), more.acl())));
                return;
            }
        }
        rules.add(more);
    }

    private static List<AclItem> merged(List<AclItem> one, List<AclItem> other) {
        List<AclItem> items = new ArrayList<>(one);
        for (AclItem item : other) {
            int at = indexOf(items, item);
            if (at < 0) {
                items.add(item);
            } else {
                TreeMap<Privilege, Boolean> privileges =
                        new TreeMap<>(items.get(at).privileges());
                item.privileges()
                        .forEach((privilege, grantable) -> privileges.merge(privilege, grantable, Boolean::logicalOr));
                items.set(at, new AclItem(item.grantee(), item.grantor(), privileges));
            }
        }
        return items;
    }

    private static int indexOf(List<AclItem> items, AclItem wanted) {
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at).grantee().equals(wanted.grantee())
                    && items.get(at).grantor().equals(wanted.grantor())) {
                return at;
            }
        }
        return -1;
    }
}
