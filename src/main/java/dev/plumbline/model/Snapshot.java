package dev.plumbline.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A database and its cluster's roles as one read-only transaction saw them. Every list is sorted by name, here, whatever order it came in; the same catalog gives an equal
 * snapshot. {@code objects} are those in the schemas asked for, {@code others} those asked for one by one. What could not be read is in {@code gaps}.
 */
public record Snapshot(
        ServerIdentity server,
        DatabaseEntry database,
        List<Role> roles,
        List<Membership> memberships,
        List<Schema> schemas,
        List<DefaultPrivilege> defaultPrivileges,
        List<OwnedObject> objects,
        List<OtherObject> others,
        List<Gap> gaps) {

    public Snapshot {
        roles = SnapshotOrder.ofRoles(roles);
        memberships = SnapshotOrder.ofMemberships(memberships);
        schemas = SnapshotOrder.ofSchemas(schemas);
        defaultPrivileges = SnapshotOrder.ofDefaultPrivileges(defaultPrivileges);
        objects = SnapshotOrder.ofObjects(objects);
        others = SnapshotOrder.ofOthers(others);
        gaps = SnapshotOrder.ofGaps(gaps);
    }

    /** One that was asked for no object by itself. */
    public Snapshot(
            ServerIdentity server,
            DatabaseEntry database,
            List<Role> roles,
            List<Membership> memberships,
            List<Schema> schemas,
            List<DefaultPrivilege> defaultPrivileges,
            List<OwnedObject> objects,
            List<Gap> gaps) {
        this(server, database, roles, memberships, schemas, defaultPrivileges, objects, List.of(), gaps);
    }

    public Snapshot withDatabase(DatabaseEntry changed) {
        return new Snapshot(server, changed, roles, memberships, schemas, defaultPrivileges, objects, others, gaps);
    }

    public Snapshot withRoles(List<Role> changed) {
        return new Snapshot(server, database, changed, memberships, schemas, defaultPrivileges, objects, others, gaps);
    }

    public Snapshot withMemberships(List<Membership> changed) {
        return new Snapshot(server, database, roles, changed, schemas, defaultPrivileges, objects, others, gaps);
    }

    public Snapshot withSchemas(List<Schema> changed) {
        return new Snapshot(server, database, roles, memberships, changed, defaultPrivileges, objects, others, gaps);
    }

    public Snapshot withDefaultPrivileges(List<DefaultPrivilege> changed) {
        return new Snapshot(server, database, roles, memberships, schemas, changed, objects, others, gaps);
    }

    public Snapshot withObjects(List<OwnedObject> changed) {
        return new Snapshot(server, database, roles, memberships, schemas, defaultPrivileges, changed, others, gaps);
    }

    public Snapshot withOthers(List<OtherObject> changed) {
        return new Snapshot(server, database, roles, memberships, schemas, defaultPrivileges, objects, changed, gaps);
    }

    public Optional<OtherObject> other(ObjectKey key) {
        return others.stream().filter(other -> other.key().equals(key)).findFirst();
    }

    public Optional<Role> role(Name name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    public Optional<Schema> schema(Name name) {
        return schemas.stream().filter(schema -> schema.name().equals(name)).findFirst();
    }

    /** The first gap about any of these subjects, by the words of {@link Gap}. */
    public Optional<Gap> gapAbout(String... subjects) {
        return gaps.stream()
                .filter(gap -> Stream.of(subjects).anyMatch(gap::isAbout))
                .findFirst();
    }

    /** The role that initdb made, whose oid is always 10; empty when the login cannot see it. */
    public Optional<Role> bootstrapSuperuser() {
        return roles.stream().filter(role -> role.oid() == 10).findFirst();
    }

    /** The role this session is logged in as. */
    public Role login() {
        return role(server.login())
                .orElseThrow(() -> new IllegalStateException("the snapshot lacks its own login " + server.login()));
    }
}
