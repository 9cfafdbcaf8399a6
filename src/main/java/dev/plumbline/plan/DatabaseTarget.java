package dev.plumbline.plan;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;

/** The connected database. */
public record DatabaseTarget(Name name) implements AclTarget {
    @Override
    public List<AclItem> acl(Snapshot snapshot) {
        DatabaseEntry database = snapshot.database();
        List<AclItem> acl = database.acl();
        if (acl != null) {
            return acl;
        }
        Grantee owner = Grantee.role(database.owner());
        List<AclItem> ofPublic =
                AclEdit.granting(List.of(), Grantee.PUBLIC, owner, List.of(Privilege.CONNECT, Privilege.TEMPORARY));
        return AclEdit.granting(
                ofPublic, owner, owner, List.of(Privilege.CREATE, Privilege.CONNECT, Privilege.TEMPORARY));
    }

    @Override
    public Name owner(Snapshot snapshot) {
        return snapshot.database().owner();
    }

    @Override
    public Snapshot withAcl(Snapshot snapshot, List<AclItem> acl) {
        DatabaseEntry entry = snapshot.database();
        return snapshot.withDatabase(new DatabaseEntry(
                entry.oid(),
                entry.name(),
                entry.owner(),
                acl,
                entry.connectionLimit(),
                entry.encoding(),
                entry.collation()));
    }

    @Override
    public Snapshot ownedBy(Snapshot snapshot, Name newOwner) {
        return new ChangeDatabaseOwner(newOwner).applyTo(snapshot);
    }

    @Override
    public StateFact fact() {
        return new DatabaseFact();
    }

    @Override
    public String ownerKey() {
        return CatalogKey.DATABASE_OWNER;
    }

    @Override
    public String key(AclItem changed) {
        return CatalogKey.databaseAcl(changed.grantee(), changed.grantor());
    }

    @Override
    public Sql sql() {
        return Sql.of("DATABASE %I", name);
    }

    @Override
    public String shown() {
        return "database " + name.shown();
    }

    @Override
    public String id() {
        return "database";
    }

    @Override
    public List<Name> schemas() {
        return List.of();
    }

    @Override
    public String lock(Snapshot snapshot) {
        return StepDraft.NO_LOCK;
    }
}
