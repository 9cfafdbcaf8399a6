package dev.plumbline.ui.defaults;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.defaults.NextProof;
import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Work;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Schema;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.SslMode;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.sample.SampleSnapshots;
import dev.plumbline.ui.sample.SampleSteps;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A database whose default privileges are of every state, as large and as oddly named as wanted. */
final class SampleDefaults {
    private static final List<Privilege> WRITE =
            List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);
    private static final List<Privilege> USE = List.of(Privilege.SELECT, Privilege.USAGE);
    private final List<Role> roles = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<DefaultPrivilege> rules = new ArrayList<>();
    private final List<DatabaseObject> objects = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private OwnershipModel declared = new OwnershipModel.None();
    private Name database = Name.of("billing");

    Work<AccessReport> read = (cancel, progress) -> billing();
    SafeMode mode = SafeMode.CONFIRM;
    boolean agrees = true;

    private SampleDefaults() {}

    static SampleDefaults ofBilling() {
        return new SampleDefaults();
    }

    DefaultPrivilegesViewModel on(Executor background, Executor window) {
        Activity activity = new Activity(new JobRunner(background, window), Clock.systemUTC());
        AccessReading reading = AccessReading.shared(ref -> (cancel, progress) -> read.run(cancel, progress), activity)
                .apply(SampleSteps.BILLING);
        return new DefaultPrivilegesViewModel(
                reading,
                new DefaultPrivilegesActions(
                        (report, next) -> (cancel, progress) -> new NextProof(
                                next,
                                next.creator(),
                                agrees && next.builtIn() ? null : agrees ? next.acl() : null,
                                List.of()),
                        () -> mode),
                activity);
    }

    /** As in the picture of the design: forward 6 of 9, reverse 2 of 9. */
    static AccessReport billing() {
        SampleDefaults sample = declared(SampleSnapshots.billing());
        Name owner = Name.of("db_billing_owner");
        Name app = Name.of("db_billing_app");
        for (String schema : List.of("public", "ledger")) {
            sample.rule(owner, schema, ObjectType.TABLES, app, WRITE);
            sample.rule(owner, schema, ObjectType.SEQUENCES, app, USE);
            sample.rule(owner, schema, ObjectType.FUNCTIONS, app, List.of(Privilege.EXECUTE));
        }
        sample.rule(app, "public", ObjectType.TABLES, owner, WRITE);
        sample.rule(app, "public", ObjectType.SEQUENCES, owner, USE);
        sample.rule(app, "ledger", ObjectType.TABLES, owner, List.of(Privilege.SELECT));
        sample.rule(owner, "ledger", ObjectType.TYPES, Name.of("app_v2"), List.of(Privilege.USAGE));
        sample.login("app_v2", app);
        sample.login("app_v3", app);
        sample.role("reporting", false);
        sample.role("migrator", true);
        sample.grantCreate("ledger", "migrator");
        Name postgres = Name.of("postgres");
        sample.rule(postgres, "public", ObjectType.TABLES, app, List.of(Privilege.SELECT));
        sample.rule(postgres, "public", ObjectType.FUNCTIONS, null, List.of(Privilege.EXECUTE));
        sample.rule(Name.of("migrator"), null, ObjectType.TABLES, Name.of("reporting"), List.of(Privilege.SELECT));
        for (int number = 1; number <= 7; number++) {
            sample.table("audit", "event_" + number, owner);
        }
        return sample.report();
    }

    static AccessReport longNames() {
        SampleDefaults sample = declared(SampleSnapshots.wanted(
                "supply_chain_framework_agreements_with_call_off_orders",
                "public",
                "archive_of_quality_inspection_reports_of_the_previous_years",
                "odd\u202Ename\nwith \"all\" of it"));
        Name owner = ((OwnershipModel.Auto) sample.declared).ownerRole();
        Name app = ((OwnershipModel.Auto) sample.declared).appUser();
        sample.rule(
                owner, "archive_of_quality_inspection_reports_of_the_previous_years", ObjectType.TABLES, app, WRITE);
        sample.rule(
                owner,
                "odd\u202Ename\nwith \"all\" of it",
                ObjectType.TABLES,
                Name.of("reader_of_every_quarterly_report_in_the_group_and_its_companies"),
                List.of(Privilege.SELECT));
        sample.role("reader_of_every_quarterly_report_in_the_group_and_its_companies", false);
        sample.role("-- \u200Bcomment'; DROP ROLE x", true);
        sample.grantCreate("odd\u202Ename\nwith \"all\" of it", "-- \u200Bcomment'; DROP ROLE x");
        return sample.report();
    }

    static AccessReport manySchemas() {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            names.add("tenant_" + number);
        }
        SampleDefaults sample = declared(SampleSnapshots.wanted("tenants", names.toArray(String[]::new)));
        Name owner = ((OwnershipModel.Auto) sample.declared).ownerRole();
        Name app = ((OwnershipModel.Auto) sample.declared).appUser();
        for (int number = 0; number < 400; number += 3) {
            sample.rule(owner, "tenant_" + number, ObjectType.TABLES, app, WRITE);
        }
        for (int number = 0; number < 300; number++) {
            sample.role("creator_" + number, true);
            sample.grantCreate("tenant_" + number, "creator_" + number);
        }
        return sample.report();
    }

    /** Nobody may create, nothing is declared. */
    static AccessReport empty() {
        SampleDefaults sample = new SampleDefaults();
        sample.schema("public", "pg_database_owner");
        return sample.report();
    }

    static AccessReport unknown() {
        SampleDefaults sample = declared(SampleSnapshots.billing());
        sample.gaps.add(new Gap(Gap.DEFAULT_PRIVILEGES, "42501", "permission denied for table pg_default_acl"));
        return sample.report();
    }

    private static SampleDefaults declared(OwnershipModel.Auto model) {
        SampleDefaults sample = new SampleDefaults();
        sample.declared = model;
        sample.database = model.database();
        sample.roles.add(new Role(10, Name.of("postgres"), true, true, true, true, true, true, true, -1, null));
        sample.role(model.ownerRole().text(), false);
        sample.login(model.appUser().text(), model.ownerRole());
        for (Name schema : model.schemas()) {
            sample.schema(schema.text(), model.ownerRole().text());
        }
        return sample;
    }

    private void role(String name, boolean login) {
        roles.add(new Role(
                16400L + roles.size(), Name.of(name), false, true, false, false, login, false, false, -1, null));
    }

    private void login(String name, Name group) {
        role(name, true);
        memberships.add(new Membership(group, Name.of(name), Name.of("postgres"), false, true, true));
    }

    private final List<Object[]> pending = new ArrayList<>();

    private void schema(String name, String owner) {
        pending.add(new Object[] {ObjectKind.SCHEMA, name, name, owner, new ArrayList<String>()});
    }

    private void table(String schema, String name, Name owner) {
        pending.add(new Object[] {ObjectKind.RELATION, schema, name, owner.text(), new ArrayList<String>()});
    }

    @SuppressWarnings("unchecked")
    private void grantCreate(String schema, String role) {
        pending.stream()
                .filter(one -> one[0] == ObjectKind.SCHEMA && one[2].equals(schema))
                .forEach(one -> ((List<String>) one[4]).add(role));
    }

    private void rule(
            Name creator,
            @Nullable String schema,
            ObjectType type,
            @Nullable Name grantee,
            List<Privilege> privileges) {
        List<AclItem> acl = new ArrayList<>();
        TreeMap<Privilege, Boolean> held = new TreeMap<>();
        privileges.forEach(privilege -> held.put(privilege, false));
        Grantee to = grantee == null ? Grantee.PUBLIC : Grantee.role(grantee);
        acl.add(new AclItem(to, Grantee.role(creator), held));
        if (schema == null) {
            acl.add(AclItem.of(
                    creator,
                    creator,
                    type.kind()
                            .privileges(
                                    SampleSnapshots.server(database, creator).version())));
        }
        rules.add(new DefaultPrivilege(creator, schema == null ? null : Name.of(schema), type, acl));
    }

    @SuppressWarnings("unchecked")
    private AccessReport report() {
        if (roles.isEmpty()) {
            roles.add(new Role(10, Name.of("postgres"), true, true, true, true, true, true, true, -1, null));
            role("pg_database_owner", false);
        }
        roles.sort(java.util.Comparator.comparing(Role::name));
        RoleIndex index = new RoleIndex(roles, List.of());
        List<Schema> schemas = new ArrayList<>();
        long oid = 20_000;
        for (Object[] one : pending) {
            int owner = java.util.Objects.requireNonNull(index.of(Name.of((String) one[3])));
            List<String> creators = (List<String>) one[4];
            ObjectKind kind = (ObjectKind) one[0];
            objects.add(new DatabaseObject(
                    kind,
                    oid++,
                    Name.of((String) one[1]),
                    (String) one[2],
                    kind == ObjectKind.RELATION ? "r" : "",
                    owner,
                    creators.isEmpty() ? null : acl(index, owner, creators),
                    ObjectOrigin.USER));
            if (kind == ObjectKind.SCHEMA) {
                schemas.add(new Schema(oid, Name.of((String) one[2]), Name.of((String) one[3]), null));
            }
        }
        Name postgres = Name.of("postgres");
        Snapshot catalog = new Snapshot(
                SampleSnapshots.server(database, postgres),
                new DatabaseEntry(16401, database, postgres, null, -1, "UTF8", "C.UTF-8"),
                roles,
                memberships,
                schemas,
                rules,
                List.of(),
                gaps);
        AccessSnapshot snapshot =
                new AccessSnapshot(catalog, index, objects, List.of(), false, Map.of(), Map.of(), List.of(), List.of());
        return new AccessReport(
                snapshot,
                EffectivePrivileges.of(snapshot),
                declared,
                new PlanTarget(SampleSteps.BILLING, "https://10.2.0.1:6443 b7e1", catalog.server()),
                new ConnectionSummary(catalog.server(), "db.team-billing.svc", 5432, SslMode.VERIFY_FULL, "TLSv1.3", 1),
                Instant.now());
    }

    private static AccessList acl(RoleIndex index, int owner, List<String> creators) {
        int size = creators.size() + 1;
        int[] grantees = new int[size];
        int[] grantors = new int[size];
        long[] held = new long[size];
        grantees[0] = owner;
        for (int at = 0; at < size; at++) {
            grantors[at] = owner;
            held[at] = PrivilegeSet.of(Privilege.CREATE, Privilege.USAGE).bits();
            if (at > 0) {
                grantees[at] = java.util.Objects.requireNonNull(index.of(Name.of(creators.get(at - 1))));
            }
        }
        return new AccessList(grantees, grantors, held, new long[size]);
    }
}
