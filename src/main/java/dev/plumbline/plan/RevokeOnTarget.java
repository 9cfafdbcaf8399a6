package dev.plumbline.plan;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * REVOKE of what {@code grantor} gave: other grantors' grants of the same privilege stay. On a table it takes the same from its {@code columns}, which are those where
 * there is something to take (manual REVOKE).
 */
public record RevokeOnTarget(
        AclTarget on, Grantee grantee, Name grantor, SortedSet<Privilege> privileges, List<OtherTarget> columns)
        implements Change {
    public RevokeOnTarget {
        columns = List.copyOf(columns);
        privileges = Collections.unmodifiableSortedSet(new TreeSet<>(privileges));
    }

    @Override
    public Snapshot applyTo(Snapshot before) {
        Snapshot after = revoked(before, on);
        for (OtherTarget column : columns) {
            after = revoked(after, column);
        }
        return after;
    }

    private Snapshot revoked(Snapshot before, AclTarget from) {
        return from.withAcl(before, AclEdit.revoking(from.acl(before), grantee, Grantee.role(grantor), privileges));
    }

    @Override
    public List<StateFact> facts() {
        return Stream.concat(Stream.of(on), columns.stream())
                .map(AclTarget::fact)
                .toList();
    }

    @Override
    public Set<String> keys(Snapshot before) {
        AclItem changed = new AclItem(grantee, Grantee.role(grantor), new TreeMap<>());
        return Stream.concat(Stream.of(on), columns.stream())
                .map(target -> target.key(changed))
                .collect(Collectors.toSet());
    }
}
