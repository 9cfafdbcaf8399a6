package dev.plumbline.ui.preflight;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Work;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
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
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A database with a migrator who may create but not alter, a group that owns, and a login that owns nothing. */
final class SamplePreflight {
    static final Name MIGRATOR = Name.of("billing_migrator");
    private static final long CREATE_AND_USAGE =
            PrivilegeSet.of(Privilege.CREATE, Privilege.USAGE).bits();
    Work<AccessReport> read = (cancel, progress) -> report(List.of());
    String table = "invoices";
    Name schema = Name.of("ledger");
    List<Gap> gaps = List.of();

    PreflightViewModel atOnce() {
        return on(Runnable::run, Runnable::run);
    }

    PreflightViewModel on(Executor background, Executor window) {
        Activity activity = new Activity(new JobRunner(background, window), Clock.systemUTC());
        AccessReading reading = AccessReading.shared(ref -> (cancel, progress) -> read.run(cancel, progress), activity)
                .apply(SampleSteps.BILLING);
        return new PreflightViewModel(reading, activity);
    }

    AccessReport report(List<Gap> unread) {
        List<Role> roles = List.of(
                role(10, "postgres", true),
                role(16401, "billing_dba", false),
                role(16402, MIGRATOR.text(), false),
                role(16403, "billing_owner", false));
        Snapshot catalog = new Snapshot(
                SampleSnapshots.server(Name.of("billing"), MIGRATOR),
                new DatabaseEntry(16401, Name.of("billing"), Name.of("postgres"), null, -1, "UTF8", "C.UTF-8"),
                roles,
                List.of(new Membership(
                        Name.of("billing_owner"), Name.of("billing_dba"), Name.of("postgres"), false, true, true)),
                List.of(),
                List.of(),
                List.of(),
                unread);
        RoleIndex numbers = new RoleIndex(catalog.roles(), List.of());
        AccessSnapshot snapshot = new AccessSnapshot(
                catalog, numbers, objects(numbers), List.of(), false, Map.of(), Map.of(), List.of(), List.of());
        return new AccessReport(
                snapshot,
                EffectivePrivileges.of(snapshot),
                new OwnershipModel.Auto(Name.of("billing"), Name.of("billing_owner"), MIGRATOR, List.of()),
                new PlanTarget(SampleSteps.BILLING, "", catalog.server()),
                new ConnectionSummary(catalog.server(), "10.2.0.7", 5432, SslMode.REQUIRE, "TLSv1.3", 2),
                Instant.parse("2026-11-20T09:41:12Z"));
    }

    private List<DatabaseObject> objects(RoleIndex roles) {
        int postgres = number(roles, "postgres");
        int owner = number(roles, "billing_owner");
        int migrator = number(roles, MIGRATOR.text());
        AccessList creates = new AccessList(
                new int[] {owner, migrator},
                new int[] {owner, owner},
                new long[] {CREATE_AND_USAGE, CREATE_AND_USAGE},
                new long[] {0, 0});
        List<DatabaseObject> objects = new ArrayList<>();
        objects.add(object(ObjectKind.DATABASE, 16401, null, "billing", "", postgres, null));
        objects.add(object(ObjectKind.SCHEMA, 20001, schema, schema.text(), "", owner, creates));
        objects.add(object(ObjectKind.SCHEMA, 20002, Name.of("public"), "public", "", postgres, null));
        for (int at = 1; at <= 4; at++) {
            objects.add(object(ObjectKind.RELATION, 20010L + at, schema, table + "_" + at, "r", owner, null));
        }
        objects.add(object(ObjectKind.LANGUAGE, 12, null, "sql", "", postgres, null));
        return objects;
    }

    private static DatabaseObject object(
            ObjectKind kind,
            long oid,
            @Nullable Name schema,
            String name,
            String detail,
            int owner,
            @Nullable AccessList acl) {
        return new DatabaseObject(kind, oid, schema, name, detail, owner, acl, ObjectOrigin.USER);
    }

    private static int number(RoleIndex roles, String name) {
        return java.util.Objects.requireNonNull(roles.of(Name.of(name)));
    }

    private static Role role(long oid, String name, boolean superuser) {
        return new Role(oid, Name.of(name), superuser, true, false, false, true, false, false, -1, null);
    }
}
