package dev.plumbline.drift;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * A wanted rule beside {@code pg_default_acl}: what it lacks, when there is no such schema, and what is worth saying. A rule for any
 * schema counts too: the server adds the rule of the schema to it (manual ALTER DEFAULT PRIVILEGES).
 */
public record RuleComparison(
        DefaultRule rule, SortedSet<Privilege> missing, boolean schemaAbsent, boolean byAnySchema, boolean grantable) {

    public static RuleComparison of(Snapshot snapshot, DefaultRule rule) {
        List<AclItem> own = HeldPrivileges.defaults(snapshot, rule.creator(), rule.schema(), rule.type());
        List<AclItem> any = HeldPrivileges.defaults(snapshot, rule.creator(), null, rule.type());
        List<AclItem> both = new ArrayList<>(own);
        both.addAll(any);
        SortedSet<Privilege> missing = HeldPrivileges.lacking(both, rule.grantee(), rule.privileges());
        boolean byAny = missing.isEmpty()
                && !HeldPrivileges.lacking(own, rule.grantee(), rule.privileges())
                        .isEmpty();
        boolean grantable = both.stream()
                .filter(item -> item.grantee().is(rule.grantee()))
                .anyMatch(item -> item.privileges().containsValue(true));
        boolean absent = snapshot.schema(rule.schema()).isEmpty();
        return new RuleComparison(rule, missing, absent, byAny, grantable);
    }

    public boolean present() {
        return missing.isEmpty() && !schemaAbsent;
    }

    public boolean partly() {
        return !schemaAbsent
                && !missing.isEmpty()
                && missing.size() < rule.privileges().size();
    }

    /** {@code tables}, with the privileges when only some are missing: {@code tables (UPDATE, DELETE)}. */
    String shown() {
        String type = rule.type().word().toLowerCase(Locale.ROOT);
        return partly()
                ? type + " (" + missing.stream().map(Privilege::word).collect(Collectors.joining(", ")) + ")"
                : type;
    }
}
