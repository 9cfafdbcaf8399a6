package dev.plumbline.ui.roles;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.graph.AccessWorld;
import dev.plumbline.access.graph.GraphWorlds;
import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Work;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SslMode;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Role graphs of several sizes, read by work that a test decides on. */
final class SampleRoles {
    static final ResourceRef BILLING =
            new ResourceRef("kind-prod", "dbops.dbprovision.io", "databases", "team-billing", "billing");
    final List<String> offered = new ArrayList<>();
    Work<AccessReport> read = (cancel, progress) -> report(GraphWorlds.small(), GraphWorlds.BILLING);

    static AccessReport report(AccessWorld world, OwnershipModel declared) {
        AccessSnapshot snapshot = world.snapshot();
        return new AccessReport(
                snapshot,
                EffectivePrivileges.of(snapshot),
                declared,
                new PlanTarget(BILLING, "cluster", snapshot.catalog().server()),
                new ConnectionSummary(snapshot.catalog().server(), "10.2.0.7", 5432, SslMode.VERIFY_FULL, "TLSv1.3", 1),
                Instant.EPOCH);
    }

    static AccessReport undeclared(AccessWorld world) {
        return report(world, new OwnershipModel.None());
    }

    static Work<AccessReport> failing() {
        return (cancel, progress) -> {
            throw new ProblemException(new Problem(
                    Problem.Kind.UNREACHABLE,
                    "PG-08001",
                    "connect to",
                    "billing-pg:5432",
                    "Connection refused.",
                    "Check that the instance runs, then try again."));
        };
    }

    RolesViewModel atOnce() {
        return on(Runnable::run, Runnable::run);
    }

    RolesViewModel on(Executor background, Executor window) {
        Activity activity = new Activity(new JobRunner(background, window), Clock.systemUTC());
        AccessReading reading = AccessReading.shared(ref -> (cancel, progress) -> read.run(cancel, progress), activity)
                .apply(BILLING);
        return new RolesViewModel(
                reading,
                new RolesExports(
                        (name, text) -> offered.add(name + " " + text.length()),
                        (name, bytes) -> offered.add(name + " " + bytes.length)),
                activity);
    }
}
