package dev.plumbline.plan;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.access.defaults.BuiltInAcl;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Schema;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;

/** A schema that is there. */
public record SchemaTarget(Name name) implements AclTarget {
    @Override
    public List<AclItem> acl(Snapshot snapshot) {
        Schema schema = find(snapshot);
        List<AclItem> acl = schema.acl();
        return acl == null
                ? BuiltInAcl.of(
                        ObjectType.SCHEMAS, schema.owner(), snapshot.server().version())
                : acl;
    }

    @Override
    public Name owner(Snapshot snapshot) {
        return find(snapshot).owner();
    }

    @Override
    public Snapshot withAcl(Snapshot snapshot, List<AclItem> acl) {
        return snapshot.withSchemas(snapshot.schemas().stream()
                .map(schema -> schema.name().equals(name)
                        ? new Schema(schema.oid(), schema.name(), schema.owner(), acl)
                        : schema)
                .toList());
    }

    @Override
    public Snapshot ownedBy(Snapshot snapshot, Name newOwner) {
        Schema now = find(snapshot);
        List<AclItem> acl = now.acl();
        Schema changed = new Schema(
                now.oid(), name, newOwner, acl == null ? null : AclEdit.withNewOwner(acl, now.owner(), newOwner));
        return snapshot.withSchemas(snapshot.schemas().stream()
                .map(schema -> schema.name().equals(name) ? changed : schema)
                .toList());
    }

    private Schema find(Snapshot snapshot) {
        return snapshot.schema(name)
                .orElseThrow(() -> new IllegalStateException("schema " + name.shown() + " is not in the snapshot"));
    }

    @Override
    public StateFact fact() {
        return new SchemaFact(name);
    }

    @Override
    public String ownerKey() {
        return CatalogKey.schema(name);
    }

    @Override
    public String key(AclItem changed) {
        return CatalogKey.entry(ownerKey(), changed.grantee(), changed.grantor());
    }

    @Override
    public Sql sql() {
        return Sql.of("SCHEMA %I", name);
    }

    @Override
    public String shown() {
        return "schema " + name.shown();
    }

    @Override
    public String id() {
        return "schema-" + StepId.word(name.text());
    }

    @Override
    public List<Name> schemas() {
        return List.of(name);
    }

    @Override
    public String lock(Snapshot snapshot) {
        return StepDraft.NO_LOCK;
    }
}
