package dev.plumbline.drift.defaults;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** CockroachDB's rules FOR ALL ROLES as what they are for one creator: added to its own (CockroachDB v25.1, ALTER DEFAULT PRIVILEGES). */
final class AllRoles {
    private AllRoles() {}

    /** The snapshot with these creators' rules as their objects will carry them. */
    static Snapshot countedFor(List<Name> creators, Snapshot read) {
        List<DefaultPrivilege> shared = read.defaultPrivileges().stream()
                .filter(DefaultPrivilege::isForAllRoles)
                .toList();
        if (shared.isEmpty()) {
            return read;
        }
        List<DefaultPrivilege> rules = new ArrayList<>(read.defaultPrivileges());
        rules.removeAll(shared);
        for (Name creator : creators) {
            shared.forEach(rule -> add(rules, rule, creator));
        }
        return read.withDefaultPrivileges(rules);
    }

    private static void add(List<DefaultPrivilege> rules, DefaultPrivilege shared, Name creator) {
        List<AclItem> acl = new ArrayList<>();
        for (DefaultPrivilege own : List.copyOf(rules)) {
            if (own.creator().equals(creator)
                    && Objects.equals(own.schema(), shared.schema())
                    && own.type() == shared.type()) {
                acl.addAll(own.acl());
                rules.remove(own);
            }
        }
        acl.addAll(AclEdit.withNewOwner(shared.acl(), DefaultPrivilege.ALL_ROLES, creator));
        rules.add(new DefaultPrivilege(creator, shared.schema(), shared.type(), AclEdit.merged(acl)));
    }
}
