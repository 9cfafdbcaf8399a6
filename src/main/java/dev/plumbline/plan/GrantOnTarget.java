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

/** GRANT on whatever carries a list, without grant option; {@code grantor} is as whom the server records it. */
public record GrantOnTarget(AclTarget on, Grantee grantee, Name grantor, SortedSet<Privilege> privileges)
        implements Change {
    public GrantOnTarget {
        privileges = Collections.unmodifiableSortedSet(new TreeSet<>(privileges));
    }

    @Override
    public Snapshot applyTo(Snapshot before) {
        return on.withAcl(before, AclEdit.granting(on.acl(before), grantee, Grantee.role(grantor), privileges));
    }

    @Override
    public List<StateFact> facts() {
        return List.of(on.fact());
    }

    @Override
    public Set<String> keys(Snapshot before) {
        return Set.of(on.key(new AclItem(grantee, Grantee.role(grantor), new TreeMap<>())));
    }
}
