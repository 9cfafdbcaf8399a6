package dev.plumbline.access.why;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.access.RoleClosure;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A snapshot as questions look at it; {@code database} is the one that was read. */
record Situation(
        AccessSnapshot snapshot,
        EffectivePrivileges privileges,
        RoleGraph graph,
        Map<Name, DatabaseObject> schemas,
        Optional<DatabaseObject> database) {
    static Situation of(AccessSnapshot snapshot, EffectivePrivileges privileges) {
        long oid = snapshot.catalog().database().oid();
        Map<Name, DatabaseObject> schemas = new HashMap<>();
        for (DatabaseObject found : snapshot.objects()) {
            if (found.kind() == ObjectKind.SCHEMA && found.schema() != null) {
                schemas.put(found.schema(), found);
            }
        }
        Optional<DatabaseObject> database = snapshot.objects().stream()
                .filter(found -> found.kind() == ObjectKind.DATABASE && found.oid() == oid)
                .findFirst();
        return new Situation(snapshot, privileges, RoleGraph.of(snapshot.catalog()), schemas, database);
    }

    boolean isCockroach() {
        return snapshot.version().isCockroach();
    }

    RoleClosure closure() {
        return privileges.closure();
    }

    String shown(int role) {
        return snapshot.roles().shown(role);
    }

    Name name(int role) {
        return snapshot.roles().role(role).name();
    }

    boolean holds(int role, DatabaseObject object, @Nullable Column column, Privilege privilege) {
        PrivilegeRow row = privileges.row(object);
        long held =
                column == null ? row.held(role) : privileges.column(row, column).held(role);
        return (held & PrivilegeSet.bit(privilege)) != 0;
    }

    boolean mayGrantOn(int role, DatabaseObject object, Privilege privilege) {
        return (privileges.row(object).grantable(role) & PrivilegeSet.bit(privilege)) != 0;
    }

    boolean holds(int role, DatabaseObject object, Privilege privilege) {
        return holds(role, object, null, privilege);
    }

    /** The object's schema, when it has one and that was read. */
    Optional<DatabaseObject> schemaOf(DatabaseObject object) {
        Name schema = object.schema();
        if (schema == null || object.kind() == ObjectKind.SCHEMA) {
            return Optional.empty();
        }
        return Optional.ofNullable(schemas.get(schema));
    }

    /** The object's schema where USAGE on it is asked for and the role does not hold that. */
    Optional<DatabaseObject> closedSchema(int role, DatabaseObject object) {
        return CockroachGates.leavesUsageOpen(this, object)
                ? Optional.empty()
                : schemaOf(object).filter(schema -> !holds(role, schema, Privilege.USAGE));
    }

    /** An entry of the object's list as text; letters that a stored list has and this program does not know are kept. */
    String entry(DatabaseObject object, AccessList acl, int at) {
        if (isCockroach()) {
            PrivilegeSet all = PrivilegeSet.of(object.kind().privileges(snapshot.version()));
            return AclText.withoutGrantor(acl, at, snapshot.roles(), all);
        }
        PrivilegeSet known = object.acl() == null
                ? PrivilegeSet.of(object.kind().privileges(snapshot.version()))
                : new PrivilegeSet(-1);
        return AclText.entry(acl, at, snapshot.roles(), known);
    }

    /** What keeps a "no" from being certain: roles or memberships that could not be read may open a way. */
    Optional<Gap> doubt() {
        return snapshot.catalog().gapAbout(Gap.ROLES, Gap.MEMBERSHIPS);
    }
}
