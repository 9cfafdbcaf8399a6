package dev.plumbline.access.drop;

import dev.plumbline.access.defaults.DefaultSql;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules FOR ROLE the old owner: REASSIGN OWNED leaves them, and they say nothing of what the new owner creates. */
final class DefaultsToMove {
    private DefaultsToMove() {}

    static Optional<Leftovers.Item> of(AccessSnapshot snapshot, Name role, Name heir) {
        List<String> rules = new ArrayList<>();
        List<Sql> statements = new ArrayList<>();
        for (DefaultPrivilege rule : snapshot.catalog().defaultPrivileges()) {
            if (rule.creator().equals(role)) {
                Name schema = rule.schema();
                rules.add("FOR ROLE " + role.shown()
                        + (schema == null ? " in any schema" : " in schema " + schema.shown()) + " on "
                        + rule.type().word() + ": " + shown(rule));
                rule.acl().forEach(item -> move(rule, item, heir, statements));
            }
        }
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(new Leftovers.Item(
                        "",
                        "default privileges for what " + role.shown() + " creates (" + rules.size() + "): give "
                                + heir.shown() + " the same, and take them from " + role.shown(),
                        rules,
                        statements));
    }

    private static String shown(DefaultPrivilege rule) {
        return String.join(
                " ",
                rule.acl().stream()
                        .map(item -> item.grantee().shown() + "=" + item.letters())
                        .toList());
    }

    /** What a rule for any schema says of its creator itself stands for every creator already. */
    private static void move(DefaultPrivilege rule, AclItem item, Name heir, List<Sql> statements) {
        Grantee grantee = item.grantee();
        if (grantee.danglingOid() != 0 || grantee.is(rule.creator())) {
            return;
        }
        PrivilegeWords.of(item.held()).ifPresent(words -> {
            if (!grantee.is(heir)) {
                statements.add(DefaultSql.grant(heir, rule.schema(), words, rule.type(), grantee));
            }
            statements.add(DefaultSql.revoke(rule.creator(), rule.schema(), words, rule.type(), grantee));
        });
    }
}
