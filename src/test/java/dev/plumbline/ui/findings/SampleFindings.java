package dev.plumbline.ui.findings;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Progress;
import dev.plumbline.job.Work;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Policy;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RelationFacts;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.RoutineFacts;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.SslMode;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.sample.SampleReports;
import dev.plumbline.ui.sample.SampleSnapshots;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The access side of one Database, as a test decides, judged by the real checks. */
final class SampleFindings {
    private static final ResourceRef BILLING =
            new ResourceRef("kind-prod", "dbops.dbprovision.io", "databases", "team-billing", "billing");
    Work<AccessReport> read = (cancel, progress) -> troubled("app_login", "ledger", List.of());
    int readings;

    FindingsViewModel atOnce() {
        return on(Runnable::run, Runnable::run);
    }

    FindingsViewModel on(Executor background, Executor window) {
        Activity activity = new Activity(new JobRunner(background, window), Clock.systemUTC());
        Function<DatabasePlace, AccessReading> readings = AccessReading.shared(ref -> this::count, activity);
        return new FindingsViewModel(readings.apply(BILLING), activity);
    }

    private AccessReport count(CancelToken cancel, Progress progress) throws Exception {
        readings++;
        return read.run(cancel, progress);
    }

    /** A login that is nearly everything it should not be, and a schema of this name with tables in it. */
    static AccessReport troubled(String login, String schemaName, List<Gap> gaps) {
        Name app = Name.of(login);
        Name owner = Name.of("billing_owner");
        Name schema = Name.of(schemaName);
        List<Role> roles = List.of(
                role(10, Name.of("postgres"), true, true),
                new Role(20001, app, false, true, true, false, true, false, true, -1, "2024-02-29 00:00:00+00"),
                role(20002, owner, false, false),
                role(20003, Name.of("break_glass"), true, true),
                role(20004, Name.of("left_over"), false, false));
        Snapshot catalog =
                catalog(roles, List.of(new Membership(owner, app, Name.of("postgres"), true, true, true)), gaps);
        RoleIndex index = new RoleIndex(catalog.roles(), List.of());
        int appNumber = number(index, app);
        int ownerNumber = number(index, owner);
        List<DatabaseObject> objects = new ArrayList<>();
        objects.add(object(
                ObjectKind.SCHEMA,
                30000,
                schema,
                schema.text(),
                "",
                ownerNumber,
                open(ownerNumber, Privilege.CREATE, Privilege.USAGE)));
        objects.add(object(
                ObjectKind.RELATION,
                30001,
                schema,
                "entries",
                "r",
                ownerNumber,
                open(ownerNumber, Privilege.INSERT, Privilege.DELETE)));
        for (int at = 0; at < 6; at++) {
            objects.add(
                    object(ObjectKind.RELATION, 30010 + at, schema, "batch_" + at, "r", appNumber, AccessList.EMPTY));
        }
        objects.add(object(ObjectKind.RELATION, 30002, schema, "tenants", "r", ownerNumber, AccessList.EMPTY));
        objects.add(object(
                ObjectKind.ROUTINE,
                30003,
                schema,
                "post",
                "amount integer, note text",
                ownerNumber,
                open(ownerNumber, Privilege.EXECUTE)));
        return report(new AccessSnapshot(
                catalog,
                index,
                objects,
                List.of(),
                false,
                Map.of(30001L, new RelationFacts(30001, true, false, false, 0)),
                Map.of(30003L, new RoutineFacts(30003, true, List.of(), Name.of("sql"), 'f')),
                List.of(new Policy(30002, Name.of("own rows"), true, '*', List.of(RoleIndex.PUBLIC), "", "")),
                List.of()));
    }

    /** Nothing but the superuser and its database. */
    static AccessReport clean() {
        List<Role> roles = List.of(role(10, Name.of("postgres"), true, true));
        Snapshot catalog = catalog(roles, List.of(), List.of());
        return report(new AccessSnapshot(
                catalog,
                new RoleIndex(catalog.roles(), List.of()),
                List.of(),
                List.of(),
                false,
                Map.of(),
                Map.of(),
                List.of(),
                List.of()));
    }

    private static Snapshot catalog(List<Role> roles, List<Membership> memberships, List<Gap> gaps) {
        Name postgres = Name.of("postgres");
        Name billing = Name.of("billing");
        return new Snapshot(
                SampleSnapshots.server(billing, postgres),
                new DatabaseEntry(16401, billing, Name.of("billing_owner"), null, -1, "UTF8", "C"),
                roles,
                memberships,
                List.of(),
                List.of(),
                List.of(),
                gaps);
    }

    private static AccessReport report(AccessSnapshot snapshot) {
        return new AccessReport(
                snapshot,
                EffectivePrivileges.of(snapshot),
                new OwnershipModel.None(),
                new PlanTarget(
                        BILLING,
                        "https://10.2.0.1:6443 b7e1",
                        snapshot.catalog().server()),
                new ConnectionSummary(
                        snapshot.catalog().server(), "db.team-billing.svc", 5432, SslMode.VERIFY_FULL, "TLSv1.3", 1),
                SampleReports.READ_AT);
    }

    private static Role role(long oid, Name name, boolean superuser, boolean login) {
        return new Role(oid, name, superuser, true, false, false, login, false, false, -1, null);
    }

    private static int number(RoleIndex index, Name name) {
        Integer number = index.of(name);
        if (number == null) {
            throw new IllegalStateException("no role " + name);
        }
        return number;
    }

    private static AccessList open(int owner, Privilege... privileges) {
        return new AccessList(
                new int[] {RoleIndex.PUBLIC},
                new int[] {owner},
                new long[] {PrivilegeSet.of(privileges).bits()},
                new long[] {0});
    }

    private static DatabaseObject object(
            ObjectKind kind, long oid, Name schema, String name, String detail, int owner, AccessList acl) {
        return new DatabaseObject(kind, oid, schema, name, detail, owner, acl, ObjectOrigin.USER);
    }
}
