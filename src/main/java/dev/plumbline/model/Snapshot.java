package dev.plumbline.model;

import java.util.List;
import java.util.Optional;

/**
 * A database and its cluster's roles as one read-only transaction saw them. Every list is sorted by name; the same catalog gives an equal
 * snapshot. {@code objects} are those in the schemas asked for. What could not be read is in {@code gaps}.
 */
public record Snapshot(
        ServerIdentity server,
        DatabaseEntry database,
        List<Role> roles,
        List<Membership> memberships,
        List<Schema> schemas,
        List<DefaultPrivilege> defaultPrivileges,
        List<OwnedObject> objects,
        List<Gap> gaps) {

    public Snapshot {
        roles = List.copyOf(roles);
        memberships = List.copyOf(memberships);
        schemas = List.copyOf(schemas);
        defaultPrivileges = List.copyOf(defaultPrivileges);
        objects = List.copyOf(objects);
        gaps = List.copyOf(gaps);
    }

    public Optional<Role> role(Name name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    public Optional<Schema> schema(Name name) {
        return schemas.stream().filter(schema -> schema.name().equals(name)).findFirst();
    }

    /** The role this session is logged in as. */
    public Role login() {
        return role(server.login())
                .orElseThrow(() -> new IllegalStateException("the snapshot lacks its own login " + server.login()));
    }
}
