package dev.plumbline.plan;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.access.defaults.BuiltInAcl;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OtherObject;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column, type, language, foreign-data wrapper, foreign server, tablespace, large object or parameter. */
public record OtherTarget(OtherObject object) implements AclTarget {
    @Override
    public List<AclItem> acl(Snapshot snapshot) {
        OtherObject now = find(snapshot);
        List<AclItem> acl = now.acl();
        return acl == null ? builtIn(now.owner(), snapshot.server().version()) : acl;
    }

    private List<AclItem> builtIn(Name owner, ServerVersion version) {
        return BuiltInAcl.of(object.kind(), owner, version);
    }

    @Override
    public Name owner(Snapshot snapshot) {
        return find(snapshot).owner();
    }

    /** The server keeps no list for a column on which nothing is granted, nor a row for a parameter with the built-in list. */
    @Override
    public Snapshot withAcl(Snapshot snapshot, List<AclItem> acl) {
        boolean keepsNone = object.kind() == ObjectKind.COLUMN || object.kind() == ObjectKind.PARAMETER;
        Name owner = owner(snapshot);
        boolean none = keepsNone && acl.equals(builtIn(owner, snapshot.server().version()));
        return with(snapshot, owner, none ? null : acl);
    }

    @Override
    public Snapshot ownedBy(Snapshot snapshot, Name newOwner) {
        OtherObject now = find(snapshot);
        List<AclItem> acl = now.acl();
        return with(snapshot, newOwner, acl == null ? null : AclEdit.withNewOwner(acl, now.owner(), newOwner));
    }

    private Snapshot with(Snapshot snapshot, Name owner, @Nullable List<AclItem> acl) {
        return snapshot.withOthers(snapshot.others().stream()
                .map(found -> found.key().equals(object.key()) ? found.with(owner, acl) : found)
                .toList());
    }

    private OtherObject find(Snapshot snapshot) {
        return snapshot.other(object.key()).orElse(object);
    }

    @Override
    public List<AclItem> grantOptions(Snapshot snapshot) {
        List<AclItem> all = new ArrayList<>(acl(snapshot));
        table(snapshot).map(table -> new ObjectTarget(table).acl(snapshot)).ifPresent(all::addAll);
        return all;
    }

    private Optional<OwnedObject> table(Snapshot snapshot) {
        return object.kind() != ObjectKind.COLUMN
                ? Optional.empty()
                : snapshot.objects().stream()
                        .filter(found -> found.type() == ObjectType.TABLES
                                && found.oid() == object.key().oid())
                        .findFirst();
    }

    @Override
    public StateFact fact() {
        return OtherFact.of(object);
    }

    @Override
    public String ownerKey() {
        return CatalogKey.other(object);
    }

    @Override
    public String key(AclItem changed) {
        return CatalogKey.entry(ownerKey(), changed.grantee(), changed.grantor());
    }

    @Override
    public Sql words(Collection<Privilege> privileges) {
        Name column = object.column();
        return column == null ? PrivilegeWords.known(privileges) : PrivilegeWords.known(privileges, column);
    }

    @Override
    public Sql sql() {
        Name name = object.name();
        return switch (object.kind()) {
            case COLUMN -> Sql.of("TABLE %s", qualified());
            case TYPE -> Sql.of("TYPE %s", qualified());
            case LANGUAGE -> Sql.of("LANGUAGE %I", name);
            case FOREIGN_DATA_WRAPPER -> Sql.of("FOREIGN DATA WRAPPER %I", name);
            case FOREIGN_SERVER -> Sql.of("FOREIGN SERVER %I", name);
            case TABLESPACE -> Sql.of("TABLESPACE %I", name);
            case LARGE_OBJECT ->
                Sql.of("LARGE OBJECT %s", new Sql(Long.toString(object.key().oid())));
            case PARAMETER -> Sql.of("PARAMETER %s", parameter(object.key().name()));
            case RELATION, SEQUENCE, SCHEMA, ROUTINE, DATABASE ->
                throw new IllegalArgumentException("has a target of its own: " + object.kind());
        };
    }

    @Override
    public Sql altered() {
        return object.kind() == ObjectKind.FOREIGN_SERVER ? Sql.of("SERVER %I", object.name()) : sql();
    }

    private Sql qualified() {
        Name schema = object.schema();
        return schema == null ? Sql.of("%I", object.name()) : Sql.of("%I.%I", schema, object.name());
    }

    /** Custom parameters are identifiers with dots between them. */
    private static Sql parameter(String name) {
        return Sql.join(
                ".",
                Arrays.stream(name.split("\\.", -1))
                        .map(part -> Sql.of("%I", Name.of(part)))
                        .toList());
    }

    @Override
    public String shown() {
        return object.shown();
    }

    @Override
    public String id() {
        Name schema = object.schema();
        Name column = object.column();
        return object.kind().word()
                + (schema == null ? "" : "-" + StepId.word(schema.text()))
                + "-" + StepId.word(object.name().text())
                + (column == null ? "" : "-" + StepId.word(column.text()));
    }

    /** Of a column its table is read besides, whose list says who else may grant. */
    @Override
    public List<Name> schemas() {
        Name schema = object.schema();
        return object.kind() == ObjectKind.COLUMN && schema != null ? List.of(schema) : List.of();
    }

    @Override
    public List<Name> owners() {
        return object.kind() == ObjectKind.COLUMN ? List.of(object.owner()) : List.of();
    }

    @Override
    public List<ObjectKey> others() {
        return List.of(object.key());
    }

    @Override
    public String lock(Snapshot snapshot) {
        return object.kind() == ObjectKind.COLUMN && snapshot.server().version().isPostgresAtLeast(18)
                ? "ACCESS SHARE"
                : StepDraft.NO_LOCK;
    }
}
