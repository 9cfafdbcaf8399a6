package dev.plumbline.operation;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.Finding;
import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RepairPlanner;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Verification;
import dev.plumbline.store.Journal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs an approved plan, verifies it by reading again, and tells the cluster what was corrected. */
public final class RunRepair {
    private final PlanConnections connections;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;
    private final RecordDrift recording;

    public RunRepair(
            PlanConnections connections,
            ServerPools pools,
            Supplier<Journal> journal,
            Executor background,
            RecordDrift recording) {
        this.connections = connections;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
        this.recording = recording;
    }

    public RepairResult run(
            OwnershipReport report, Plan plan, Approval approval, RunListener listener, CancelToken cancel) {
        PlanRunner runner = new PlanRunner(
                pools,
                connections.of(plan, cancel),
                journal.get(),
                now -> verification(report.live().orElseThrow().wanted(), plan, now),
                background,
                RunLimits.DEFAULT);
        RunOutcome outcome = runner.run(plan, approval, listener, cancel);
        if (outcome.ending() != RunOutcome.Ending.VERIFIED) {
            return new RepairResult(outcome, Recording.NOTHING);
        }
        listener.phase("writing the event and status.drift");
        return new RepairResult(outcome, recording.corrected(report.resource(), corrected(report, outcome)));
    }

    private static Verification verification(OwnershipModel.Auto wanted, Plan plan, Snapshot now) {
        List<CheckResult> checks = OwnershipChecks.run(now, wanted);
        return Verification.of(
                checks, RepairPlanner.plan(plan.target(), wanted, now, checks, RepairOptions.ONLY_MISSING));
    }

    private static List<DriftDiff> corrected(OwnershipReport report, RunOutcome outcome) {
        List<DriftDiff> left = diffs(outcome.remaining());
        return diffs(report.checks()).stream()
                .filter(diff -> !left.contains(diff))
                .toList();
    }

    /** The findings that the resource's status has a field for. */
    public static List<DriftDiff> diffs(List<CheckResult> checks) {
        return checks.stream()
                .flatMap(check -> check.findings().stream())
                .map(Finding::driftDiff)
                .flatMap(Optional::stream)
                .toList();
    }
}
