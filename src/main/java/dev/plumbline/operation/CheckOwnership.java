package dev.plumbline.operation;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.Forecast;
import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.drift.TruthTriangle;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.PlanTarget;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads one Database resource, its instance and its catalog, and says where they differ. What cannot be read is a problem inside the report, beside
 * everything that could be; only a resource that cannot be read at all is thrown.
 */
public final class CheckOwnership {
    private static final int STEPS = 5;
    private final Supplier<KubeContexts> contexts;
    private final ServerPools pools;
    private final SnapshotReader reader = new SnapshotReader();
    private final Clock clock;

    public CheckOwnership(Supplier<KubeContexts> contexts, ServerPools pools, Clock clock) {
        this.contexts = contexts;
        this.pools = pools;
        this.clock = clock;
    }

    public OwnershipReport check(ResourceRef ref, CancelToken cancel, Progress progress) {
        progress.report("reading the resource " + ref.shown(), 0, STEPS);
        KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
        DeclaredDatabase resource = cluster.readDatabase(ref.namespace(), ref.name());
        cancel.check();
        List<Problem> warnings = new ArrayList<>();
        List<ResourceEvent> events = readEvents(cluster, ref, warnings);
        progress.report("reading its instance " + resource.instance().shown(), 1, STEPS);
        Report report = new Report(resource, events, warnings);
        try {
            DeclaredInstance instance = cluster.readInstance(resource.instance());
            report.instance = Optional.of(instance);
            String reason = NotApplicable.reason(resource, instance);
            if (reason.isEmpty() && resource.ownership() instanceof OwnershipModel.Auto wanted) {
                cancel.check();
                readCatalog(report, cluster, instance, wanted, cancel, progress);
            } else {
                report.notApplicable = reason;
            }
        } catch (ProblemException failed) {
            report.problem = Optional.of(failed.problem());
            report.notApplicable = NotApplicable.reasonOfResource(resource);
        }
        cancel.check();
        return report.finish();
    }

    private void readCatalog(
            Report report,
            KubeCluster cluster,
            DeclaredInstance instance,
            OwnershipModel.Auto wanted,
            CancelToken cancel,
            Progress progress) {
        progress.report("reading the credentials of " + instance.ref().shown(), 2, STEPS);
        ConnectionTarget target = InstanceTargets.resolve(cluster, report.resource, instance);
        progress.report("reading the catalog of " + wanted.database().shown(), 3, STEPS);
        report.live = Optional.of(pools.read(target, cancel, session -> {
            Snapshot snapshot = reader.read(session, SnapshotScope.of(wanted), cancel);
            return new OwnershipReport.Live(
                    new ConnectionSummary(
                            snapshot.server(),
                            target.host(),
                            target.port(),
                            target.tls().mode(),
                            session.encryption(),
                            session.roundTrips()),
                    new PlanTarget(report.resource.ref(), cluster.identity(), snapshot.server()),
                    wanted,
                    snapshot);
        }));
        progress.report("comparing", 4, STEPS);
    }

    private static List<ResourceEvent> readEvents(KubeCluster cluster, ResourceRef ref, List<Problem> warnings) {
        try {
            return cluster.readEvents(ref);
        } catch (ProblemException refused) {
            warnings.add(refused.problem());
            return List.of();
        }
    }

    /** A report in the making. */
    private final class Report {
        private final DeclaredDatabase resource;
        private final List<ResourceEvent> events;
        private final List<Problem> warnings;
        private Optional<DeclaredInstance> instance = Optional.empty();
        private Optional<OwnershipReport.Live> live = Optional.empty();
        private Optional<Problem> problem = Optional.empty();
        private String notApplicable = "";

        private Report(DeclaredDatabase resource, List<ResourceEvent> events, List<Problem> warnings) {
            this.resource = resource;
            this.events = events;
            this.warnings = warnings;
        }

        private OwnershipReport finish() {
            List<CheckResult> checks = live.map(read -> OwnershipChecks.run(read.snapshot(), read.wanted()))
                    .orElse(List.of());
            Optional<Snapshot> snapshot = live.map(OwnershipReport.Live::snapshot);
            return new OwnershipReport(
                    resource,
                    instance,
                    notApplicable,
                    live,
                    problem,
                    checks,
                    TruthTriangle.compute(resource, snapshot, checks),
                    Forecast.compute(resource, instance, checks),
                    events,
                    warnings,
                    clock.instant());
        }
    }
}
