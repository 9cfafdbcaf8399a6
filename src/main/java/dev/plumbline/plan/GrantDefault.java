package dev.plumbline.plan;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.access.change.DefaultRow;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** ALTER DEFAULT PRIVILEGES FOR ROLE creator … GRANT; the grantor of a default privilege is always its creator role. */
public record GrantDefault(
        Name creator, @Nullable Name schema, ObjectType type, Grantee grantee, SortedSet<Privilege> privileges)
        implements Change {
    public GrantDefault {
        privileges = Collections.unmodifiableSortedSet(new TreeSet<>(privileges));
    }

    @Override
    public Snapshot applyTo(Snapshot before) {
        return new DefaultRow(creator, schema, type)
                .changed(before, acl -> AclEdit.granting(acl, grantee, Grantee.role(creator), privileges));
    }

    @Override
    public List<StateFact> facts() {
        return List.of(new DefaultFact(creator, schema, type));
    }

    @Override
    public Set<String> keys(Snapshot before) {
        return Set.of(CatalogKey.defaultPrivilege(creator, schema, type, grantee, Grantee.role(creator)));
    }
}
