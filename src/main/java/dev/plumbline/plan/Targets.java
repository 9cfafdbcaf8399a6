package dev.plumbline.plan;

import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a change speaks of, as it is in the snapshot that its plan is made from. */
record Targets(AccessSnapshot access, Snapshot from) {
    Optional<AclTarget> of(DatabaseObject object, @Nullable Column column) {
        if (column != null) {
            return other(ObjectKey.column(column.relation(), column.number()));
        }
        return takesGrants(object) ? found(object) : Optional.empty();
    }

    /** What can be given another owner: no member of an extension, no parameter, no sequence that has its table's. */
    Optional<AclTarget> owned(DatabaseObject object) {
        boolean able = object.origin() != ObjectOrigin.EXTENSION
                && object.kind() != ObjectKind.PARAMETER
                && !isMultirange(object)
                && !followsItsTable(access, object);
        return able ? found(object) : Optional.empty();
    }

    /** A serial's or identity's sequence: the server refuses to give it an owner of its own. */
    static boolean followsItsTable(AccessSnapshot access, DatabaseObject object) {
        return object.kind() == ObjectKind.SEQUENCE
                && access.relationFacts(object).sequenceOf() != 0;
    }

    /** An untrusted language and a multirange type take no grants. */
    static boolean takesGrants(DatabaseObject object) {
        return !isMultirange(object) && (object.kind() != ObjectKind.LANGUAGE || object.letter() != 'u');
    }

    private static boolean isMultirange(DatabaseObject object) {
        return object.kind() == ObjectKind.TYPE && object.letter() == 'm';
    }

    Name ownerOf(AclTarget target) {
        return target.owner(from);
    }

    /** What the server gives the new owner along with a table: the sequences of its columns, its columns' grants, its row type. */
    List<AclTarget> following(ChangeOwner transfer) {
        List<AclTarget> following = new ArrayList<>();
        transfer.sequences(access).forEach(sequence -> found(sequence).ifPresent(following::add));
        if (transfer.object().kind() == ObjectKind.RELATION) {
            ObjectsToRead.columnsWithGrants(access, transfer.object())
                    .forEach(key -> other(key).ifPresent(following::add));
        }
        transfer.rowType(access).map(ObjectKey::of).flatMap(this::other).ifPresent(following::add);
        return following;
    }

    private Optional<AclTarget> found(DatabaseObject object) {
        return switch (object.kind()) {
            case RELATION -> object(object, ObjectType.TABLES);
            case SEQUENCE -> object(object, ObjectType.SEQUENCES);
            case ROUTINE -> object(object, ObjectType.FUNCTIONS);
            case SCHEMA -> from.schema(Name.of(object.name())).map(schema -> new SchemaTarget(schema.name()));
            case DATABASE ->
                object.oid() == from.database().oid()
                        ? Optional.of(new DatabaseTarget(from.database().name()))
                        : Optional.empty();
            case COLUMN, TYPE, LANGUAGE, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, TABLESPACE, PARAMETER, LARGE_OBJECT ->
                other(ObjectKey.of(object));
        };
    }

    private Optional<AclTarget> other(ObjectKey key) {
        return from.other(key).map(OtherTarget::new);
    }

    private Optional<AclTarget> object(DatabaseObject object, ObjectType type) {
        return from.objects().stream()
                .filter(found -> found.oid() == object.oid() && found.type() == type)
                .findFirst()
                .map(Targets::target);
    }

    private static AclTarget target(OwnedObject object) {
        return new ObjectTarget(object);
    }
}
