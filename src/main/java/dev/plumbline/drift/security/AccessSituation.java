package dev.plumbline.drift.security;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.RoleClosure;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Policy;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a security check looks at: one reading and what follows from it. {@code objects} are those of this database, tablespaces and parameters that
 * somebody made: not the server, no extension. {@code roles} likewise leave out the predefined ones and the one that initdb made.
 */
public final class AccessSituation {
    private static final Set<String> OF_COCKROACH = Set.of("root", "admin", "node", "public");
    private static final long BOOTSTRAP_SUPERUSER = 10;
    private final AccessSnapshot snapshot;
    private final EffectivePrivileges privileges;
    private final RoleGraph graph;
    private final Instant readAt;
    private final List<DatabaseObject> objects = new ArrayList<>();
    private final Map<Long, DatabaseObject> relations = new HashMap<>();
    private final Map<Name, DatabaseObject> schemas = new TreeMap<>();
    private final Map<Integer, List<DatabaseObject>> owned = new HashMap<>();
    private final Map<Long, List<Policy>> policies = new TreeMap<>();
    private final List<Role> roles;

    public AccessSituation(AccessSnapshot snapshot, EffectivePrivileges privileges, Instant readAt) {
        this.snapshot = snapshot;
        this.privileges = privileges;
        this.graph = RoleGraph.of(snapshot.catalog());
        this.readAt = readAt;
        for (DatabaseObject object : snapshot.objects()) {
            if (object.kind() == ObjectKind.RELATION) {
                relations.put(object.oid(), object);
            }
            if (object.kind() == ObjectKind.SCHEMA) {
                schemas.put(new Name(object.name()), object);
            }
            if (object.origin() == ObjectOrigin.USER && isHere(object)) {
                objects.add(object);
                owned.computeIfAbsent(object.owner(), owner -> new ArrayList<>())
                        .add(object);
            }
        }
        snapshot.policies()
                .forEach(policy -> policies.computeIfAbsent(policy.relation(), of -> new ArrayList<>())
                        .add(policy));
        roles = snapshot.catalog().roles().stream()
                .filter(role -> role.oid() != BOOTSTRAP_SUPERUSER && !comesWithTheServer(role.name()))
                .toList();
    }

    private boolean comesWithTheServer(Name role) {
        return RoleGraph.isPredefined(role) || snapshot.version().isCockroach() && OF_COCKROACH.contains(role.text());
    }

    /** True for whom no privilege binds: superusers, and on CockroachDB root and whoever is in admin. */
    boolean isSuperuser(Role role) {
        Integer number = index().of(role.name());
        return role.superuser() || number != null && closure().isSuperuser(number);
    }

    /** Other databases of the server are judged where they are read. */
    private boolean isHere(DatabaseObject object) {
        return object.kind() != ObjectKind.DATABASE
                || object.oid() == snapshot.catalog().database().oid();
    }

    AccessSnapshot snapshot() {
        return snapshot;
    }

    EffectivePrivileges privileges() {
        return privileges;
    }

    RoleGraph graph() {
        return graph;
    }

    RoleClosure closure() {
        return privileges.closure();
    }

    RoleIndex index() {
        return snapshot.roles();
    }

    Instant readAt() {
        return readAt;
    }

    List<DatabaseObject> objects() {
        return objects;
    }

    List<DatabaseObject> objects(ObjectKind kind) {
        return objects.stream().filter(object -> object.kind() == kind).toList();
    }

    List<Role> roles() {
        return roles;
    }

    /** Roles that log in and are bound by privileges. */
    List<Role> logins() {
        return roles.stream().filter(role -> role.login() && !isSuperuser(role)).toList();
    }

    /** The login that read this: nothing is proposed that would take its own rights. */
    boolean isOwnLogin(Role role) {
        return role.name().equals(snapshot.catalog().server().login());
    }

    List<DatabaseObject> ownedBy(Role role) {
        Integer number = index().of(role.name());
        return number == null ? List.of() : owned.getOrDefault(number, List.of());
    }

    @Nullable
    DatabaseObject relation(long oid) {
        return relations.get(oid);
    }

    @Nullable
    DatabaseObject schemaOf(DatabaseObject object) {
        return object.schema() == null ? null : schemas.get(object.schema());
    }

    /** Policies by the oid of their table. */
    Map<Long, List<Policy>> policies() {
        return policies;
    }

    /** The role of a number, null for PUBLIC and for one that was not read. */
    @Nullable
    Role role(int number) {
        return index().isKnown(number) ? index().role(number) : null;
    }
}
