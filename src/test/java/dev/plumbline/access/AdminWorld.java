package dev.plumbline.access;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Product;
import dev.plumbline.model.Role;
import dev.plumbline.model.Schema;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The server of the recorded administrators, as far as their rights go: built from the words of a situation, changed by what succeeded. */
final class AdminWorld {
    static final Name ADMIN = Name.of("adm");
    static final Name OWNER = Name.of("own");
    static final Name APP = Name.of("app");
    static final Name SUPERUSER = Name.of("postgres");
    private final int major;
    private final boolean selfGrant;
    private final Map<Name, Role> roles = new TreeMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final Map<String, Name> tables = new TreeMap<>(Map.of("suptab", SUPERUSER, "admtab", ADMIN));
    private Name databaseOwner;

    AdminWorld(int major, String admin, String situation) {
        this.major = major;
        this.selfGrant = situation.contains("createrole_self_grant");
        boolean superuser = admin.equals("superuser");
        boolean createRole = admin.startsWith("managed_admin") || admin.equals("createrole_only");
        boolean createDatabase = admin.startsWith("managed_admin") || admin.equals("createdb_only");
        add(new Role(10, SUPERUSER, true, true, true, true, true, true, true, -1, null));
        add(new Role(101, ADMIN, superuser, true, createRole, createDatabase, true, false, false, -1, null));
        if (!situation.contains("nothing exists")) {
            add(Role.planned(OWNER, false));
            add(Role.planned(APP, true));
        }
        String owner = situation.substring(situation.lastIndexOf("owned by ") + "owned by ".length());
        databaseOwner = switch (owner) {
            case "superuser" -> SUPERUSER;
            case "admin" -> ADMIN;
            case "own" -> OWNER;
            default -> throw new IllegalArgumentException(situation);
        };
        grantAsSituated(situation);
    }

    private void grantAsSituated(String situation) {
        if (situation.startsWith("PG16: own granted")) {
            boolean admin = situation.contains("ADMIN TRUE");
            boolean inherit = situation.contains("INHERIT TRUE");
            boolean set = situation.contains("SET TRUE");
            memberships.add(new Membership(OWNER, ADMIN, SUPERUSER, admin, inherit, set));
            memberships.add(new Membership(APP, ADMIN, SUPERUSER, admin, inherit, set));
        } else if (situation.contains("admin is member of own and app WITH ADMIN")) {
            memberships.add(new Membership(OWNER, ADMIN, SUPERUSER, true, true, true));
            memberships.add(new Membership(APP, ADMIN, SUPERUSER, true, true, true));
        } else if (situation.contains("admin is member of own")) {
            memberships.add(new Membership(OWNER, ADMIN, SUPERUSER, situation.contains("WITH ADMIN"), true, true));
        }
    }

    boolean exists(Name role) {
        return roles.containsKey(role);
    }

    Name databaseOwner() {
        return databaseOwner;
    }

    void created(Name role) {
        add(Role.planned(role, role.equals(APP)));
        boolean superuser = Objects.requireNonNull(roles.get(ADMIN)).superuser();
        if (major >= 16 && !superuser) {
            memberships.add(new Membership(role, ADMIN, SUPERUSER, true, false, false));
            if (selfGrant) {
                memberships.add(new Membership(role, ADMIN, ADMIN, false, true, true));
            }
        }
    }

    void granted(Name role, Name member) {
        Name grantor = capability().grantorOfMembership(role).orElse(SUPERUSER);
        boolean held = memberships.stream()
                .anyMatch(edge -> edge.role().equals(role)
                        && edge.member().equals(member)
                        && (major < 16 || grantor.equals(edge.grantor())));
        if (!held) {
            memberships.add(new Membership(role, member, grantor, false, true, true));
        }
    }

    void revoked(Name role, Name member) {
        Name grantor = capability().grantorOfMembership(role).orElse(SUPERUSER);
        memberships.removeIf(edge -> edge.role().equals(role)
                && edge.member().equals(member)
                && (major < 16 || grantor.equals(edge.grantor())));
    }

    void databaseOwnerIs(Name owner) {
        databaseOwner = owner;
    }

    void tableOwnerIs(String table, Name owner) {
        tables.put(table, owner);
    }

    void reassigned(Name from, Name to) {
        if (databaseOwner.equals(from)) {
            databaseOwner = to;
        }
        tables.replaceAll((table, owner) -> owner.equals(from) ? to : owner);
    }

    OwnedObject table(String name) {
        Name owner = Objects.requireNonNull(tables.get(name));
        return new OwnedObject(1, ObjectType.TABLES, Name.of("public"), Sql.of("%I", Name.of(name)), name, owner, null);
    }

    Capability capability() {
        AclItem usage = AclItem.of(APP, SUPERUSER, List.of(Privilege.USAGE));
        AclItem everybody = new AclItem(dev.plumbline.model.Grantee.PUBLIC, usage.grantor(), usage.privileges());
        ServerVersion version = new ServerVersion(Product.POSTGRESQL, major * 10_000, major + ".0");
        return Capability.of(new Snapshot(
                new ServerIdentity(version, "7", "", 0, false, 5, Name.of("cap"), ADMIN),
                new DatabaseEntry(5, Name.of("cap"), databaseOwner, null, -1, "UTF8", "C"),
                List.copyOf(roles.values()),
                memberships,
                List.of(new Schema(2200, Name.of("public"), SUPERUSER, List.of(everybody))),
                List.of(),
                List.of(),
                List.of()));
    }

    private void add(Role role) {
        roles.put(role.name(), role);
    }
}
