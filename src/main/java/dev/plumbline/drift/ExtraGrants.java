package dev.plumbline.drift;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what default privileges give beyond the wanted rules, and the wanted grants that were made for another creator. */
public final class ExtraGrants {
    private static final Set<String> HOLD_ALL_ON_COCKROACH = Set.of("root", "admin", "node");
    private final Snapshot snapshot;
    private final OwnershipModel.Auto wanted;
    private final List<DefaultRule> rules;

    public ExtraGrants(Snapshot snapshot, OwnershipModel.Auto wanted) {
        this.snapshot = snapshot;
        this.wanted = wanted;
        this.rules = Stream.of(DefaultRule.Direction.values())
                .flatMap(direction -> DefaultRule.of(wanted, direction).stream())
                .toList();
    }

    public List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        for (DefaultPrivilege found : snapshot.defaultPrivileges()) {
            if (concerns(found)) {
                for (AclItem item : found.acl()) {
                    (isWantedCreator(found.creator()) ? extra(found, item) : wrongCreator(found, item))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    /** Entries for oids that no role bears: no REVOKE can name them. */
    long dangling() {
        return snapshot.defaultPrivileges().stream()
                .filter(found -> concerns(found) && isWantedCreator(found.creator()))
                .flatMap(found -> found.acl().stream())
                .filter(item -> item.grantee().danglingOid() != 0)
                .count();
    }

    private boolean concerns(DefaultPrivilege found) {
        Name schema = found.schema();
        return schema == null || wanted.schemas().contains(schema);
    }

    private boolean isWantedCreator(Name creator) {
        return creator.equals(wanted.ownerRole()) || creator.equals(wanted.appUser());
    }

    private Optional<Finding> extra(DefaultPrivilege found, AclItem item) {
        if (item.grantee().is(found.creator()) || item.grantee().danglingOid() != 0 || holdsAllAlways(item)) {
            return Optional.empty();
        }
        SortedSet<Privilege> extra = new TreeSet<>(item.held());
        SortedSet<Privilege> asked = asked(found, item);
        if (HeldPrivileges.hasAll(item) && !asked.isEmpty()) {
            return Optional.empty();
        }
        extra.removeAll(asked);
        return extra.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding.DefaultPrivilegeExtra(
                        found.creator(), found.schema(), found.type(), item.grantee(), extra));
    }

    /** What the model, or for PUBLIC the server itself, gives this grantee on what this creator makes. */
    private SortedSet<Privilege> asked(DefaultPrivilege found, AclItem item) {
        if (item.grantee().isPublic()) {
            boolean own =
                    found.schema() == null || HeldPrivileges.builtInStands(snapshot, found.creator(), found.type());
            return own ? HeldPrivileges.builtInForPublic(found.type()) : new TreeSet<>();
        }
        SortedSet<Privilege> asked = new TreeSet<>();
        rules.stream()
                .filter(rule -> rule.creator().equals(found.creator()))
                .filter(rule -> rule.type() == found.type() && item.grantee().is(rule.grantee()))
                .forEach(rule -> asked.addAll(rule.privileges()));
        return asked;
    }

    private Optional<Finding> wrongCreator(DefaultPrivilege found, AclItem item) {
        return rules.stream()
                .filter(rule -> rule.type() == found.type() && item.grantee().is(rule.grantee()))
                .filter(rule -> found.schema() == null || rule.schema().equals(found.schema()))
                .filter(rule -> rule.privileges().stream().anyMatch(one -> HeldPrivileges.holds(item, one)))
                .<Finding>map(rule -> new Finding.DefaultPrivilegeOfWrongCreator(rule, found))
                .findFirst();
    }

    private boolean holdsAllAlways(AclItem item) {
        Name role = item.grantee().role();
        return snapshot.server().version().isCockroach() && role != null && HOLD_ALL_ON_COCKROACH.contains(role.text());
    }
}
