package dev.plumbline.drift.defaults;

import dev.plumbline.access.RoleClosure;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.ObjectSql;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Finds the objects that lack what their creator's rule gives. Grants to PUBLIC and to roles whose privileges the grantee inherits count, what it holds as
 * a member of the owner does not: the rule would give it besides. Objects of extensions are left alone.
 */
final class BackfillSearch {
    private final AccessSnapshot snapshot;
    private final RoleClosure closure;
    private final int creator;
    private final List<String> unmatched = new ArrayList<>();
    private final List<Sql> grants = new ArrayList<>();
    private final List<GrantPrivileges> changes = new ArrayList<>();
    private int looked;

    private BackfillSearch(AccessSnapshot snapshot, RoleClosure closure, int creator) {
        this.snapshot = snapshot;
        this.closure = closure;
        this.creator = creator;
    }

    static Backfill of(
            AccessSnapshot snapshot, RoleClosure closure, MatrixCell cell, Map<Name, SortedSet<Privilege>> gives) {
        Optional<Gap> unknown = snapshot.catalog().gapAbout(Gap.OBJECTS, Gap.ROLES, Gap.MEMBERSHIPS);
        Integer creator = snapshot.roles().of(cell.row().creator());
        if (creator == null || gives.isEmpty()) {
            return new Backfill(0, List.of(), List.of(), List.of(), unknown);
        }
        BackfillSearch search = new BackfillSearch(snapshot, closure, creator);
        Name schema = cell.column().schema();
        ObjectKind kind = cell.column().type().kind();
        for (DatabaseObject object : snapshot.objects()) {
            if (object.kind() == kind
                    && object.owner() == creator
                    && object.origin() == ObjectOrigin.USER
                    && (schema == null || Objects.equals(object.schema(), schema))
                    && search.canBeGranted(object)) {
                search.look(object, gives);
            }
        }
        return new Backfill(search.looked, search.unmatched, search.grants, search.changes, unknown);
    }

    private void look(DatabaseObject object, Map<Name, SortedSet<Privilege>> gives) {
        looked++;
        boolean matches = true;
        for (Map.Entry<Name, SortedSet<Privilege>> give : gives.entrySet()) {
            Integer grantee = snapshot.roles().of(give.getKey());
            if (grantee != null && !holdsAlways(grantee)) {
                long held = held(object, grantee);
                List<Privilege> lacking = give.getValue().stream()
                        .filter(privilege -> (held & PrivilegeSet.bit(privilege)) == 0)
                        .toList();
                matches &= lacking.isEmpty();
                PrivilegeWords.of(lacking)
                        .flatMap(words ->
                                on(object).map(on -> Sql.of("GRANT %s ON %s TO %I", words, on, give.getKey())))
                        .ifPresent(grant -> {
                            grants.add(grant);
                            changes.add(new GrantPrivileges(object, null, grantee, PrivilegeSet.of(lacking)));
                        });
            }
        }
        if (!matches) {
            unmatched.add(object.shown());
        }
    }

    private long held(DatabaseObject object, int grantee) {
        AccessList acl = object.effectiveAcl();
        long held = 0;
        for (int entry = 0; entry < acl.size(); entry++) {
            int to = acl.grantee(entry);
            boolean reaches = to == RoleIndex.PUBLIC
                    || to != creator
                            && closure.roles().isKnown(to)
                            && closure.holdersOf(to).has(grantee);
            held |= reaches ? acl.held(entry) : 0;
        }
        return held;
    }

    /** On CockroachDB root and admin need no grant, nor do the owner's members; the server refuses to change what the former hold. */
    private boolean holdsAlways(int grantee) {
        return snapshot.version().isCockroach()
                && (closure.isSuperuser(grantee) || closure.holdersOf(creator).has(grantee));
    }

    /** A multirange type has no privileges of its own, nor has the row type of a table. */
    private boolean canBeGranted(DatabaseObject object) {
        return object.kind() != ObjectKind.TYPE || object.letter() != 'm';
    }

    /** The identity arguments of an ordered-set aggregate are a form that GRANT does not take. */
    private Optional<Sql> on(DatabaseObject object) {
        boolean taken = object.kind() != ObjectKind.ROUTINE || !object.detail().contains("ORDER BY");
        return taken ? Optional.of(ObjectSql.target(object, snapshot.version())) : Optional.empty();
    }
}
