package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Set;

/** ALTER … OWNER TO of one object: the old owner's entries and all that it granted become the new owner's ({@code aclnewowner}). */
public record ChangeObjectOwner(ObjectTarget on, Name newOwner) implements Change {
    @Override
    public Snapshot applyTo(Snapshot before) {
        Name owner = on.owner(before);
        boolean stored = before.objects().stream()
                .anyMatch(found -> found.oid() == on.object().oid()
                        && found.type() == on.object().type()
                        && found.acl() != null);
        return stored
                ? on.with(before, newOwner, AclEdit.withNewOwner(on.acl(before), owner, newOwner))
                : on.withOwner(before, newOwner);
    }

    @Override
    public List<StateFact> facts() {
        return List.of(on.fact());
    }

    @Override
    public Set<String> keys(Snapshot before) {
        return Set.of(CatalogKey.object(on.object()));
    }
}
