package dev.plumbline.ui.sample;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.Forecast;
import dev.plumbline.drift.OperatorForecast;
import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.drift.TruthTriangle;
import dev.plumbline.model.Condition;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DriftPolicy;
import dev.plumbline.model.DriftStatus;
import dev.plumbline.model.InstanceRef;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.SslMode;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RepairPlanner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports as an operation would answer them, made by the real checks from sample catalogs. */
public final class SampleReports {
    public static final Instant READ_AT = Instant.parse("2026-11-20T09:41:00Z");

    private SampleReports() {}

    public static OwnershipReport drifted() {
        return of(SampleSnapshots.billing(), SampleSnapshots.drifted(SampleSnapshots.billing()));
    }

    public static OwnershipReport partly() {
        return of(SampleSnapshots.billing(), SampleSnapshots.partly(SampleSnapshots.billing()));
    }

    /** Seen by a login that is no superuser and holds ADMIN on the owner role alone. */
    public static OwnershipReport seenByAdmin() {
        OwnershipModel.Auto wanted = SampleSnapshots.billing();
        return of(wanted, SampleSnapshots.asAdmin(SampleSnapshots.drifted(wanted), wanted.ownerRole()));
    }

    /** Names as long as the server lets them be. */
    public static OwnershipReport longNames() {
        OwnershipModel.Auto wanted = SampleSnapshots.wanted(
                "acme_supply_chain_procurement_purchase_order_history_arch",
                "public",
                "a_schema_whose_name_uses_every_one_of_its_sixty_three_bytes_abc");
        return of(wanted, SampleSnapshots.drifted(wanted));
    }

    /** Names with quotes, newlines, markup and letters that turn the reading direction. */
    public static OwnershipReport hostileNames() {
        OwnershipModel.Auto wanted = SampleSnapshots.wanted(
                "bill\"ing'; DROP\nTABLE x--", "public", "\u202Egnitekram\u202C", "<b>&amp;%s</b>");
        return of(wanted, SampleSnapshots.drifted(wanted));
    }

    public static OwnershipReport healthy() {
        return of(SampleSnapshots.billing(), SampleSnapshots.healthy(SampleSnapshots.billing()));
    }

    public static OwnershipReport of(OwnershipModel.Auto wanted, Snapshot snapshot) {
        return of(wanted, snapshot, "");
    }

    /** The plan that the report's findings lead to, with everything optional in it. */
    public static Plan plan(OwnershipReport report) {
        OwnershipReport.Live live = report.live().orElseThrow();
        return RepairPlanner.plan(
                live.target(), live.wanted(), live.snapshot(), report.checks(), new RepairOptions(true));
    }

    public static OwnershipReport notApplicable() {
        return empty(
                "Database uses direct ownership (spec.owner) — reverse privileges are not applicable.",
                Optional.empty());
    }

    public static OwnershipReport unreachable() {
        return empty(
                "",
                Optional.of(new Problem(
                        Problem.Kind.UNREACHABLE,
                        "08001",
                        "Connecting to",
                        "database billing on db.team-billing.svc:5432",
                        "Connection to db.team-billing.svc:5432 refused (08001).",
                        "Check that the instance runs and that this machine reaches its port.")));
    }

    private static OwnershipReport empty(String notApplicable, Optional<Problem> problem) {
        OwnershipReport report = drifted();
        return new OwnershipReport(
                report.resource(),
                report.instance(),
                notApplicable,
                Optional.empty(),
                problem,
                List.of(),
                List.of(),
                new OperatorForecast(
                        OperatorForecast.Verdict.UNKNOWN,
                        "Nothing is known of the catalog, so nothing can be foretold.",
                        Optional.empty()),
                report.events(),
                List.of(),
                READ_AT);
    }

    private static OwnershipReport of(OwnershipModel.Auto wanted, Snapshot snapshot, String notApplicable) {
        DeclaredDatabase resource = resource(wanted);
        List<CheckResult> checks = OwnershipChecks.run(snapshot, wanted);
        ConnectionSummary connection = new ConnectionSummary(
                snapshot.server(), "db.team-billing.svc", 5432, SslMode.VERIFY_FULL, "TLSv1.3", 1);
        PlanTarget target = new PlanTarget(resource.ref(), "https://10.2.0.1:6443 b7e1", snapshot.server());
        return new OwnershipReport(
                resource,
                Optional.empty(),
                notApplicable,
                Optional.of(new OwnershipReport.Live(connection, target, wanted, snapshot)),
                Optional.empty(),
                checks,
                TruthTriangle.compute(resource, Optional.of(snapshot), checks),
                Forecast.compute(resource, Optional.empty(), checks),
                events(),
                List.of(),
                READ_AT);
    }

    private static DeclaredDatabase resource(OwnershipModel.Auto wanted) {
        String name =
                wanted.database().text().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return new DeclaredDatabase(
                new ResourceRef("kind-prod", "dbops.dbprovision.io", "databases", "team-billing", name),
                "5b0c7c1e-8f0a-4a59-9a42-0d5c1f1f2a33",
                "48211",
                4,
                wanted.database().text(),
                new InstanceRef("platform", "postgres-main"),
                wanted,
                new DriftPolicy("detect", "8h", "the resource"),
                Map.of(),
                "Ready",
                4,
                "Database is ready",
                "Ready",
                wanted.ownerRole().text(),
                DriftStatus.NONE,
                List.of(
                        new Condition("Ready", "True", "Reconciled", "Database is ready", "2026-11-14T06:12:09Z"),
                        new Condition("Synced", "True", "InSync", "No drift detected", "2026-11-14T06:12:09Z")),
                List.of());
    }

    private static List<ResourceEvent> events() {
        return List.of(
                new ResourceEvent(
                        "Warning",
                        "OwnershipDriftDetected",
                        "Migration detected ownership drift in fields: ownership.user (dry-run, not corrected)",
                        "dbctl-migrate",
                        "2026-11-20T09:38:12Z",
                        1),
                new ResourceEvent(
                        "Normal",
                        "DriftCorrected",
                        "Drift corrected for fields: [owner]",
                        "database-controller",
                        "2026-11-14T06:12:09Z",
                        3));
    }
}
