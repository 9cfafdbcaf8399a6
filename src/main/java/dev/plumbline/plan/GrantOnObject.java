package dev.plumbline.plan;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.access.defaults.BuiltInAcl;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** GRANT on one object; {@code grantor} is as whom the server records it, the object's owner but for holders of grant options. */
public record GrantOnObject(OwnedObject object, Name grantee, Name grantor, SortedSet<Privilege> privileges)
        implements Change {
    public GrantOnObject {
        privileges = Collections.unmodifiableSortedSet(new TreeSet<>(privileges));
    }

    @Override
    public Snapshot applyTo(Snapshot before) {
        ServerVersion version = before.server().version();
        return before.withObjects(before.objects().stream()
                .map(found ->
                        found.oid() == object.oid() && found.type() == object.type() ? granted(found, version) : found)
                .toList());
    }

    @Override
    public List<StateFact> facts() {
        return List.of(ObjectFact.of(object));
    }

    @Override
    public Set<String> keys(Snapshot before) {
        return Set.of(CatalogKey.entry(CatalogKey.object(object), Grantee.role(grantee), Grantee.role(grantor)));
    }

    private OwnedObject granted(OwnedObject found, ServerVersion version) {
        List<AclItem> acl = found.acl();
        List<AclItem> base = acl == null ? BuiltInAcl.of(found.type(), found.owner(), version) : acl;
        return new OwnedObject(
                found.oid(),
                found.type(),
                found.schema(),
                found.identity(),
                found.shown(),
                found.owner(),
                AclEdit.granting(base, Grantee.role(grantee), Grantee.role(grantor), privileges));
    }
}
