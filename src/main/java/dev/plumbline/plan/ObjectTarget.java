package dev.plumbline.plan;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.access.defaults.BuiltInAcl;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table, view, sequence or routine. */
public record ObjectTarget(OwnedObject object) implements AclTarget {
    @Override
    public List<AclItem> acl(Snapshot snapshot) {
        OwnedObject now = find(snapshot);
        List<AclItem> acl = now.acl();
        return acl == null
                ? BuiltInAcl.of(now.type(), now.owner(), snapshot.server().version())
                : acl;
    }

    @Override
    public Name owner(Snapshot snapshot) {
        return find(snapshot).owner();
    }

    @Override
    public Snapshot withAcl(Snapshot snapshot, List<AclItem> acl) {
        return with(snapshot, owner(snapshot), acl);
    }

    @Override
    public Snapshot ownedBy(Snapshot snapshot, Name newOwner) {
        OwnedObject now = find(snapshot);
        List<AclItem> acl = now.acl();
        return with(snapshot, newOwner, acl == null ? null : AclEdit.withNewOwner(acl, now.owner(), newOwner));
    }

    private Snapshot with(Snapshot snapshot, Name owner, @Nullable List<AclItem> acl) {
        return snapshot.withObjects(snapshot.objects().stream()
                .map(found -> isSame(found)
                        ? new OwnedObject(
                                found.oid(), found.type(), found.schema(), found.identity(), found.shown(), owner, acl)
                        : found)
                .toList());
    }

    private OwnedObject find(Snapshot snapshot) {
        return snapshot.objects().stream().filter(this::isSame).findFirst().orElse(object);
    }

    private boolean isSame(OwnedObject found) {
        return found.oid() == object.oid() && found.type() == object.type();
    }

    @Override
    public StateFact fact() {
        return ObjectFact.of(object);
    }

    @Override
    public String ownerKey() {
        return CatalogKey.object(object);
    }

    @Override
    public String key(AclItem changed) {
        return CatalogKey.entry(ownerKey(), changed.grantee(), changed.grantor());
    }

    @Override
    public Sql sql() {
        return switch (object.type()) {
            case TABLES -> Sql.of("TABLE %I.%s", object.schema(), object.identity());
            case SEQUENCES -> Sql.of("SEQUENCE %I.%s", object.schema(), object.identity());
            case FUNCTIONS -> Sql.of("ROUTINE %I.%s", object.schema(), object.identity());
            case TYPES -> Sql.of("TYPE %I.%s", object.schema(), object.identity());
            case SCHEMAS, LARGE_OBJECTS ->
                throw new IllegalArgumentException("no object of a schema: " + object.type());
        };
    }

    @Override
    public String shown() {
        return object.shown();
    }

    @Override
    public String id() {
        return StepId.word(object.type().word()) + "-"
                + StepId.word(object.schema().text()) + "-"
                + StepId.word(object.identity().text());
    }

    @Override
    public List<Name> schemas() {
        return List.of(object.schema());
    }

    @Override
    public List<Name> owners() {
        return List.of(object.owner());
    }

    /** Its columns on which this grantor granted this grantee one of these: REVOKE on the table takes that away as well (manual REVOKE). */
    List<OtherTarget> columnsGranted(Snapshot snapshot, AclItem granted) {
        return object.type() != ObjectType.TABLES
                ? List.of()
                : snapshot.others().stream()
                        .filter(other ->
                                other.kind() == ObjectKind.COLUMN && other.key().oid() == object.oid())
                        .map(OtherTarget::new)
                        .filter(column -> column.acl(snapshot).stream()
                                .anyMatch(item -> item.grantee().equals(granted.grantee())
                                        && item.grantor().equals(granted.grantor())
                                        && item.held().stream()
                                                .anyMatch(privilege ->
                                                        granted.held().contains(privilege))))
                        .toList();
    }

    @Override
    public String lock(Snapshot snapshot) {
        boolean relation = object.type() == ObjectType.TABLES || object.type() == ObjectType.SEQUENCES;
        return relation && snapshot.server().version().isPostgresAtLeast(18) ? "ACCESS SHARE" : StepDraft.NO_LOCK;
    }
}
