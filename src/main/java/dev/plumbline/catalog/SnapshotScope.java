package dev.plumbline.catalog;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Role;
import dev.plumbline.model.Schema;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which objects a snapshot holds: those in these schemas that one of these owners owns, and those asked for one by one. Names of what is not there yet are fine.
 * {@code allRolesApart} keeps CockroachDB's default privileges FOR ALL ROLES as rules of their own; else they count as each owner's.
 */
public record SnapshotScope(List<Name> schemas, List<Name> owners, List<ObjectKey> others, boolean allRolesApart) {
    public SnapshotScope {
        schemas = schemas.stream().sorted().distinct().toList();
        owners = owners.stream().sorted().distinct().toList();
        others = others.stream().distinct().toList();
    }

    public SnapshotScope(List<Name> schemas, List<Name> owners, List<ObjectKey> others) {
        this(schemas, owners, others, false);
    }

    public SnapshotScope(List<Name> schemas, List<Name> owners) {
        this(schemas, owners, List.of());
    }

    SnapshotScope keepingAllRolesApart() {
        return new SnapshotScope(schemas, owners, others, true);
    }

    public static SnapshotScope of(OwnershipModel.Auto wanted) {
        return new SnapshotScope(wanted.schemas(), List.of(wanted.ownerRole(), wanted.appUser()));
    }

    /** All objects of everybody but the system's: they are asked for by schema and owner, so names that were read are needed first. */
    public static SnapshotScope everythingIn(Snapshot names) {
        return new SnapshotScope(
                names.schemas().stream()
                        .map(Schema::name)
                        .filter(name -> !isOfTheSystem(name))
                        .toList(),
                names.roles().stream().map(Role::name).toList());
    }

    static boolean isOfTheSystem(Name schema) {
        return schema.text().startsWith("pg_")
                || schema.text().equals("information_schema")
                || schema.text().equals("crdb_internal");
    }

    /** Schemas and owners as two arrays in text form (manual 8.15.2). */
    List<String> asParameters() {
        return List.of(array(schemas), array(owners));
    }

    static String array(List<Name> names) {
        return texts(names.stream().map(Name::text).toList());
    }

    static String texts(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
