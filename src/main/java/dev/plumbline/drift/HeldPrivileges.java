package dev.plumbline.drift;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What access control lists give, read the one way that every check reads them. */
final class HeldPrivileges {
    private static final String ALL = "ALL";

    private HeldPrivileges() {}

    /** CockroachDB keeps ALL as one word until a part of it is revoked; PostgreSQL always spells it out. */
    static boolean hasAll(AclItem item) {
        return item.privileges().keySet().stream()
                .anyMatch(privilege -> privilege.word().equals(ALL));
    }

    static boolean holds(AclItem item, Privilege privilege) {
        return item.privileges().containsKey(privilege) || hasAll(item);
    }

    /** The wanted privileges that no entry for this very grantee gives. */
    static SortedSet<Privilege> lacking(Collection<AclItem> acl, Name grantee, Collection<Privilege> wanted) {
        SortedSet<Privilege> lacking = new TreeSet<>(wanted);
        acl.stream()
                .filter(item -> item.grantee().is(grantee))
                .forEach(item -> lacking.removeIf(privilege -> holds(item, privilege)));
        return lacking;
    }

    /** The entries of a creator's default privileges for a type: in a schema, or with a null schema the rule for any schema. */
    static List<AclItem> defaults(Snapshot snapshot, Name creator, @Nullable Name schema, ObjectType type) {
        return snapshot.defaultPrivileges().stream()
                .filter(rule -> rule.creator().equals(creator) && rule.type() == type && isFor(rule, schema))
                .flatMap(rule -> rule.acl().stream())
                .toList();
    }

    /** What PUBLIC holds on a new object with no rule at all (manual 5.8, table 5.2). */
    static SortedSet<Privilege> builtInForPublic(ObjectType type) {
        SortedSet<Privilege> privileges = new TreeSet<>();
        if (type == ObjectType.FUNCTIONS) {
            privileges.add(Privilege.EXECUTE);
        }
        if (type == ObjectType.TYPES) {
            privileges.add(Privilege.USAGE);
        }
        return privileges;
    }

    /** True when PUBLIC's built-in privileges still hold for what the creator makes: no rule for any schema took them away. */
    static boolean builtInStands(Snapshot snapshot, Name creator, ObjectType type) {
        boolean replaced = snapshot.defaultPrivileges().stream()
                .anyMatch(rule -> rule.creator().equals(creator) && rule.type() == type && rule.schema() == null);
        SortedSet<Privilege> builtIn = builtInForPublic(type);
        return !replaced
                || defaults(snapshot, creator, null, type).stream()
                        .anyMatch(item -> item.grantee().equals(Grantee.PUBLIC)
                                && item.privileges().keySet().containsAll(builtIn));
    }

    private static boolean isFor(DefaultPrivilege rule, @Nullable Name schema) {
        Name own = rule.schema();
        return schema == null ? own == null : schema.equals(own);
    }
}
