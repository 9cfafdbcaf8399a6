package dev.plumbline.plan;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * ALTER DATABASE … OWNER TO. Where the access control list is not the built-in one, the old owner's entries and all that it granted become
 * the new owner's; nothing is left to the old owner but what PUBLIC or others give it. The connection limit stays.
 */
public record ChangeDatabaseOwner(Name newOwner) implements Change {
    @Override
    public Snapshot applyTo(Snapshot before) {
        return before.withDatabase(changed(before.database()));
    }

    @Override
    public List<StateFact> facts() {
        return List.of(new DatabaseFact());
    }

    @Override
    public Set<String> keys(Snapshot before) {
        Set<String> keys = new HashSet<>(Set.of(CatalogKey.DATABASE_OWNER));
        Set<AclItem> old = items(before.database());
        Set<AclItem> after = items(changed(before.database()));
        old.stream().filter(item -> !after.contains(item)).forEach(item -> keys.add(key(item)));
        after.stream().filter(item -> !old.contains(item)).forEach(item -> keys.add(key(item)));
        return keys;
    }

    private DatabaseEntry changed(DatabaseEntry entry) {
        List<AclItem> acl = entry.acl();
        return new DatabaseEntry(
                entry.oid(),
                entry.name(),
                newOwner,
                acl == null ? null : AclEdit.withNewOwner(acl, entry.owner(), newOwner),
                entry.connectionLimit(),
                entry.encoding(),
                entry.collation());
    }

    private static Set<AclItem> items(DatabaseEntry entry) {
        List<AclItem> acl = entry.acl();
        return acl == null ? Set.of() : new HashSet<>(acl);
    }

    private static String key(AclItem item) {
        return CatalogKey.databaseAcl(item.grantee(), item.grantor());
    }
}
