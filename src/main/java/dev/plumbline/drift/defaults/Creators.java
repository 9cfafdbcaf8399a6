package dev.plumbline.drift.defaults;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.RoleClosure;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.access.RoleSet;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who makes objects, or could: those with rules, those with CREATE in a schema or the database, superusers that own something, and the declared two. */
final class Creators {
    private static final long CREATE = PrivilegeSet.bit(Privilege.CREATE);
    private final AccessSnapshot snapshot;
    private final RoleClosure closure;
    private final Map<Integer, List<Name>> schemasOf = new HashMap<>();
    private final Set<Integer> schemaMakers = new TreeSet<>();
    private final List<Name> openToPublic = new ArrayList<>();

    Creators(AccessSnapshot snapshot, EffectivePrivileges privileges) {
        this.snapshot = snapshot;
        this.closure = privileges.closure();
        for (DatabaseObject schema : schemas(snapshot)) {
            Name name = Name.of(schema.name());
            holders(schema)
                    .forEach(role -> schemasOf
                            .computeIfAbsent(role, key -> new ArrayList<>())
                            .add(name));
            if (isOpen(schema.effectiveAcl())) {
                openToPublic.add(name);
            }
        }
        snapshot.of(ObjectKind.DATABASE).stream()
                .filter(database -> database.name()
                        .equals(snapshot.catalog().database().name().text()))
                .forEach(database -> schemaMakers.addAll(holders(database)));
    }

    /** The schemas that people make objects in. */
    static List<DatabaseObject> schemas(AccessSnapshot snapshot) {
        return snapshot.of(ObjectKind.SCHEMA).stream()
                .filter(schema -> schema.origin() != ObjectOrigin.SYSTEM)
                .toList();
    }

    /** Schemas in which anybody may create, because PUBLIC may. */
    List<Name> openToPublic() {
        return List.copyOf(openToPublic);
    }

    /** The declared ones first, then by name. */
    List<MatrixRow> rows(List<Name> declared) {
        Set<Name> names = new TreeSet<>(declared);
        snapshot.catalog().defaultPrivileges().stream()
                .map(DefaultPrivilege::creator)
                .forEach(names::add);
        schemasOf.keySet().forEach(role -> addUnlessBuiltIn(names, role));
        schemaMakers.forEach(role -> addUnlessBuiltIn(names, role));
        snapshot.objects().stream()
                .filter(object -> object.origin() == ObjectOrigin.USER && object.kind() != ObjectKind.DATABASE)
                .map(DatabaseObject::owner)
                .distinct()
                .filter(owner -> closure.roles().isKnown(owner) && closure.isSuperuser(owner))
                .forEach(owner -> names.add(closure.roles().role(owner).name()));
        names.remove(DefaultPrivilege.ALL_ROLES);
        List<MatrixRow> rows = new ArrayList<>(names.stream()
                .sorted(Comparator.comparing(
                                (Name name) -> declared.contains(name) ? declared.indexOf(name) : declared.size())
                        .thenComparing(name -> name))
                .map(this::row)
                .toList());
        if (snapshot.version().isCockroach()) {
            rows.add(0, row(DefaultPrivilege.ALL_ROLES));
        }
        return rows;
    }

    private void addUnlessBuiltIn(Set<Name> names, int role) {
        Name name = closure.roles().role(role).name();
        if (!RoleGraph.isPredefined(name)) {
            names.add(name);
        }
    }

    private MatrixRow row(Name creator) {
        Integer role = closure.roles().of(creator);
        return role == null
                ? new MatrixRow(creator, List.of(), false, false, false)
                : new MatrixRow(
                        creator,
                        schemasOf.getOrDefault(role, List.of()),
                        schemaMakers.contains(role),
                        closure.isSuperuser(role),
                        true);
    }

    private Set<Integer> holders(DatabaseObject object) {
        AccessList acl = object.effectiveAcl();
        Set<Integer> holders = new TreeSet<>();
        if (snapshot.version().isCockroach() && closure.roles().isKnown(object.owner())) {
            // The owner and its members hold everything there, without an entry.
            addBound(holders, closure.holdersOf(object.owner()));
        }
        for (int entry = 0; entry < acl.size(); entry++) {
            if ((acl.held(entry) & CREATE) != 0 && closure.roles().isKnown(acl.grantee(entry))) {
                addBound(holders, closure.holdersOf(acl.grantee(entry)));
            }
        }
        return holders;
    }

    /** Those of them whom privileges bind. */
    private void addBound(Set<Integer> holders, RoleSet roles) {
        for (int role = roles.next(0); role >= 0; role = roles.next(role + 1)) {
            if (!closure.isSuperuser(role)) {
                holders.add(role);
            }
        }
    }

    private static boolean isOpen(AccessList acl) {
        for (int entry = 0; entry < acl.size(); entry++) {
            if (acl.grantee(entry) == RoleIndex.PUBLIC && (acl.held(entry) & CREATE) != 0) {
                return true;
            }
        }
        return false;
    }
}
