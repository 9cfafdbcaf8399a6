package dev.plumbline.catalog;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.AllWord;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.ServerVersion;
import java.util.List;
import java.util.Optional;

/**
 * Default privileges as the access side holds them. SHOW DEFAULT PRIVILEGES answers also with what nobody set: a creator's ALL on what it makes, which no rule gives
 * or takes, and what PUBLIC has of types and functions (CockroachDB v25.1, SHOW DEFAULT PRIVILEGES). What comes to no more than that is no rule.
 */
final class CockroachRules {
    private CockroachRules() {}

    static List<DefaultPrivilege> of(List<DefaultPrivilege> shown, ServerVersion version) {
        return shown.stream()
                .map(rule -> ofSomebody(rule, version))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DefaultPrivilege> ofSomebody(DefaultPrivilege rule, ServerVersion version) {
        List<AclItem> acl = rule.acl().stream()
                .filter(item -> !item.grantee().is(rule.creator()))
                .map(item -> AllWord.spelledOut(item, rule.type().kind(), version))
                .toList();
        boolean builtIn =
                rule.schema() == null ? isBuiltIn(acl, rule.type().kind().ofPublic()) : acl.isEmpty();
        return builtIn
                ? Optional.empty()
                : Optional.of(new DefaultPrivilege(rule.creator(), rule.schema(), rule.type(), acl));
    }

    private static boolean isBuiltIn(List<AclItem> acl, PrivilegeSet ofPublic) {
        if (ofPublic.isEmpty()) {
            return acl.isEmpty();
        }
        return acl.size() == 1
                && acl.get(0).grantee().isPublic()
                && PrivilegeSet.of(acl.get(0).held()).equals(ofPublic)
                && !acl.get(0).privileges().containsValue(true);
    }
}
