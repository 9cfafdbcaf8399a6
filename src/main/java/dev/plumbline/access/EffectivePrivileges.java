package dev.plumbline.access;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What every role may do on every object, computed as the server's {@code has_*_privilege} computes it (PostgreSQL manual 5.8, 9.26; {@code aclmask} and
 * its callers in aclchk.c): what its own grants, PUBLIC's and those of all roles whose privileges it holds give; everything to superusers; grant
 * options always to the owner; and what the predefined roles add. USAGE on the schema is not asked for, as {@code has_table_privilege} does not.
 */
public final class EffectivePrivileges {
    /** {@code FirstUnpinnedObjectId}: relations with a smaller oid are the system's catalogs. */
    private static final long FIRST_UNPINNED_OID = 12_000;

    private static final long WRITES = PrivilegeSet.of(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE)
            .bits();
    private static final long NOT_ON_CATALOGS =
            WRITES | PrivilegeSet.of(Privilege.TRUNCATE, Privilege.USAGE).bits();
    private static final long SELECT = PrivilegeSet.bit(Privilege.SELECT);
    private static final long USAGE = PrivilegeSet.bit(Privilege.USAGE);
    private static final long MAINTAIN = PrivilegeSet.bit(Privilege.MAINTAIN);

    private final RoleClosure closure;
    private final ServerVersion version;
    private final List<Added> onRelations;
    private final List<Added> onSchemas;

    private EffectivePrivileges(RoleClosure closure, ServerVersion version) {
        this.closure = closure;
        this.version = version;
        this.onRelations = predefined(
                closure, Map.of("pg_read_all_data", SELECT, "pg_write_all_data", WRITES, "pg_maintain", MAINTAIN));
        this.onSchemas = predefined(closure, Map.of("pg_read_all_data", USAGE, "pg_write_all_data", USAGE));
    }

    public static EffectivePrivileges of(AccessSnapshot snapshot) {
        return new EffectivePrivileges(RoleClosure.of(snapshot), snapshot.version());
    }

    /** Those of a state that changes lead to from the one these are of: the same where roles and memberships were left alone, since grants are read per object, and these
     * grown where there is one membership more. */
    public EffectivePrivileges after(AccessSnapshot before, AccessSnapshot after) {
        if (before.catalog().equals(after.catalog()) && before.roles().equals(after.roles())) {
            return this;
        }
        return AddedMembership.between(before, after)
                .map(added -> new EffectivePrivileges(closure.with(added), version))
                .orElseGet(() -> of(after));
    }

    public RoleClosure closure() {
        return closure;
    }

    public PrivilegeRow row(DatabaseObject object) {
        return filled(new PrivilegeRow(closure.roles().known()), object);
    }

    /** The same for these roles and PUBLIC alone: the others' places stay empty. */
    public PrivilegeRow row(DatabaseObject object, RoleSet only) {
        return filled(new PrivilegeRow(closure.roles().known(), only), object);
    }

    /** Makes a row of these privileges tell of another object: for whoever looks at one object after the other. */
    public void refill(PrivilegeRow row, DatabaseObject object) {
        row.clear();
        filled(row, object);
    }

    private PrivilegeRow filled(PrivilegeRow row, DatabaseObject object) {
        if (version.isCockroach()) {
            return onCockroach(row, object);
        }
        addEntries(row, object.effectiveAcl());
        long all = object.kind().all().bits();
        addOwner(row, object.owner(), all);
        addedByPredefinedRoles(object).forEach(added -> row.add(added.holders(), added.privileges() & all, 0));
        row.cut(cutOn(object));
        row.add(closure.superusers(), all, all);
        return row;
    }

    /**
     * Everything to the owner and its members, whatever was revoked, and to {@code root} and {@code admin} with its members; else what was granted. There are no
     * predefined roles that read or write everything (CockroachDB v25.1, Authorization).
     */
    private PrivilegeRow onCockroach(PrivilegeRow row, DatabaseObject object) {
        long all = PrivilegeSet.of(object.kind().privileges(version)).bits();
        addEntries(row, object.effectiveAcl());
        if (closure.roles().isKnown(object.owner())) {
            row.add(closure.holdersOf(object.owner()), all, all);
        }
        row.add(closure.superusers(), all, all);
        return row;
    }

    /** A column: what the relation's own grants give, and what was granted on the column besides. */
    public PrivilegeRow column(PrivilegeRow ofRelation, Column column) {
        long all = ObjectKind.COLUMN.all().bits();
        PrivilegeRow row = new PrivilegeRow(closure.roles().known());
        if (column.acl() != null) {
            addEntries(row, column.acl());
        }
        return joined(row, ofRelation, all);
    }

    /** {@code has_any_column_privilege}: the relation's privileges and those on any of its columns. */
    public PrivilegeRow anyColumn(PrivilegeRow ofRelation, Iterable<Column> columns) {
        PrivilegeRow row = new PrivilegeRow(closure.roles().known());
        for (Column column : columns) {
            if (column.acl() != null) {
                addEntries(row, column.acl());
            }
        }
        return joined(row, ofRelation, ObjectKind.COLUMN.all().bits());
    }

    private PrivilegeRow joined(PrivilegeRow row, PrivilegeRow ofRelation, long all) {
        for (int role = RoleIndex.PUBLIC; role < closure.roles().known(); role++) {
            row.add(role, ofRelation.held(role) & all, ofRelation.grantable(role) & all);
        }
        return row;
    }

    private void addEntries(PrivilegeRow row, AccessList acl) {
        for (int entry = 0; entry < acl.size(); entry++) {
            int grantee = acl.grantee(entry);
            if (grantee == RoleIndex.PUBLIC) {
                row.addToAll(acl.held(entry));
            } else if (closure.roles().isKnown(grantee)) {
                row.add(closure.holdersOf(grantee), acl.held(entry), acl.grantable(entry));
            }
        }
    }

    private void addOwner(PrivilegeRow row, int owner, long grantOptions) {
        if (closure.roles().isKnown(owner)) {
            row.add(closure.holdersOf(owner), 0, grantOptions);
        }
    }

    /** Who gets what on the object by being in {@code pg_read_all_data} and its like (manual 21.5). */
    List<Added> addedByPredefinedRoles(DatabaseObject object) {
        return switch (object.kind()) {
            case RELATION, SEQUENCE -> onRelations;
            case SCHEMA -> onSchemas;
            default -> List.of();
        };
    }

    /** What nobody but a superuser has on the system's catalogs, whatever was granted. */
    static long cutOn(DatabaseObject object) {
        boolean relation = object.kind() == ObjectKind.RELATION || object.kind() == ObjectKind.SEQUENCE;
        return relation && object.oid() < FIRST_UNPINNED_OID && object.letter() != 'v' ? NOT_ON_CATALOGS : 0;
    }

    private static List<Added> predefined(RoleClosure closure, Map<String, Long> privileges) {
        List<Added> added = new ArrayList<>();
        privileges.forEach((role, bits) -> {
            RoleSet holders = closure.holdersOf(role);
            if (holders != null) {
                added.add(new Added(holders, bits));
            }
        });
        return added;
    }

    /** Privileges that come without a grant. */
    record Added(RoleSet holders, long privileges) {}
}
