package dev.plumbline.ui.sample;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.OwnershipModel;
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

/** Catalogs of one declared database: healthy, drifted, and with names that try everything. */
public final class SampleSnapshots {
    private static final Name POSTGRES = Name.of("postgres");
    private static final List<Privilege> WRITE =
            List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    private SampleSnapshots() {}

    public static OwnershipModel.Auto wanted(String database, String... schemas) {
        return new OwnershipModel.Auto(
                Name.of(database),
                Name.cut("db_" + database + "_owner"),
                Name.cut("db_" + database + "_app"),
                java.util.Arrays.stream(schemas).map(Name::of).toList());
    }

    public static OwnershipModel.Auto billing() {
        return wanted("billing", "public", "audit", "ledger");
    }

    public static ServerIdentity server(Name database, Name login) {
        ServerVersion version = new ServerVersion(Product.POSTGRESQL, 170011, "17.11");
        return new ServerIdentity(version, "7391023348120992204", "10.2.0.7", 5432, false, 16401, database, login);
    }

    /** The app user and its rules are gone, the database belongs to postgres, some forward rules are left. */
    public static Snapshot drifted(OwnershipModel.Auto wanted) {
        List<DefaultPrivilege> rules = new ArrayList<>();
        List<Role> roles = List.of(superuser(), role(wanted.ownerRole(), false), role(Name.of("reporting"), false));
        for (Name schema : wanted.schemas().subList(0, wanted.schemas().size() - 1)) {
            rules.add(rule(wanted.ownerRole(), schema, ObjectType.TABLES, Name.of("reporting"), Privilege.SELECT));
        }
        return new Snapshot(
                server(wanted.database(), POSTGRES),
                database(wanted.database(), POSTGRES),
                roles,
                List.of(),
                schemas(wanted),
                rules,
                tables(wanted, 3),
                List.of());
    }

    /** All roles are there and the owner is right; some rules are missing, tables are older than their rules. */
    public static Snapshot partly(OwnershipModel.Auto wanted) {
        List<DefaultPrivilege> rules = new ArrayList<>();
        for (Name schema : wanted.schemas().subList(0, wanted.schemas().size() - 1)) {
            rules.addAll(rules(wanted.ownerRole(), schema, wanted.appUser()));
        }
        rules.addAll(rules(wanted.appUser(), wanted.schemas().get(0), wanted.ownerRole()));
        rules.add(
                rule(wanted.ownerRole(), wanted.schemas().get(0), ObjectType.TYPES, wanted.appUser(), Privilege.USAGE));
        return with(wanted, rules, tables(wanted, 7));
    }

    public static Snapshot healthy(OwnershipModel.Auto wanted) {
        List<DefaultPrivilege> rules = new ArrayList<>();
        for (Name schema : wanted.schemas()) {
            rules.addAll(rules(wanted.ownerRole(), schema, wanted.appUser()));
            rules.addAll(rules(wanted.appUser(), schema, wanted.ownerRole()));
        }
        return with(wanted, rules, List.of());
    }

    /** The same catalog seen by a login that may create roles and holds ADMIN on these roles, but is no superuser. */
    public static Snapshot asAdmin(Snapshot seen, Name... administered) {
        Name admin = Name.of("admin");
        List<Role> roles = new ArrayList<>(seen.roles());
        roles.add(new Role(16390, admin, false, true, true, true, true, false, false, -1, null));
        List<Membership> memberships = new ArrayList<>(seen.memberships());
        for (Name role : administered) {
            memberships.add(new Membership(role, admin, POSTGRES, true, false, false));
        }
        return new Snapshot(
                server(seen.database().name(), admin),
                seen.database(),
                roles,
                memberships,
                seen.schemas(),
                seen.defaultPrivileges(),
                seen.objects(),
                seen.gaps());
    }

    private static Snapshot with(OwnershipModel.Auto wanted, List<DefaultPrivilege> rules, List<OwnedObject> objects) {
        return new Snapshot(
                server(wanted.database(), POSTGRES),
                database(wanted.database(), wanted.ownerRole()),
                List.of(superuser(), role(wanted.ownerRole(), false), role(wanted.appUser(), true)),
                List.of(new Membership(wanted.ownerRole(), wanted.appUser(), POSTGRES, false, true, true)),
                schemas(wanted),
                rules,
                objects,
                List.of());
    }

    private static DatabaseEntry database(Name name, Name owner) {
        return new DatabaseEntry(16401, name, owner, null, -1, "UTF8", "C.UTF-8");
    }

    private static Role superuser() {
        return new Role(10, POSTGRES, true, true, true, true, true, true, true, -1, null);
    }

    private static Role role(Name name, boolean login) {
        return new Role(16400L + name.text().length(), name, false, true, false, false, login, false, false, -1, null);
    }

    private static List<Schema> schemas(OwnershipModel.Auto wanted) {
        List<Schema> schemas = new ArrayList<>();
        for (Name schema : wanted.schemas()) {
            schemas.add(new Schema(2200L + schemas.size(), schema, POSTGRES, null));
        }
        return schemas;
    }

    private static List<OwnedObject> tables(OwnershipModel.Auto wanted, int count) {
        List<OwnedObject> tables = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Name table = Name.of("invoice_" + number);
            Name schema = wanted.schemas().get(number % wanted.schemas().size());
            tables.add(new OwnedObject(
                    20000L + number,
                    ObjectType.TABLES,
                    schema,
                    Sql.of("%I", table),
                    table.shown(),
                    wanted.ownerRole(),
                    null));
        }
        return tables;
    }

    private static List<DefaultPrivilege> rules(Name creator, Name schema, Name grantee) {
        return List.of(
                rule(creator, schema, ObjectType.TABLES, grantee, WRITE.toArray(Privilege[]::new)),
                rule(creator, schema, ObjectType.SEQUENCES, grantee, Privilege.USAGE, Privilege.SELECT),
                rule(creator, schema, ObjectType.FUNCTIONS, grantee, Privilege.EXECUTE));
    }

    private static DefaultPrivilege rule(
            Name creator, Name schema, ObjectType type, Name grantee, Privilege... privileges) {
        return new DefaultPrivilege(creator, schema, type, List.of(AclItem.of(grantee, creator, List.of(privileges))));
    }
}
