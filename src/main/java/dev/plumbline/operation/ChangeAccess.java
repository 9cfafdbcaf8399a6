package dev.plumbline.operation;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.ObjectsOfChanges;
import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.execute.PlanProver;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.ChangePlanner;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.StagedChanges;
import dev.plumbline.store.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Plans, proves and runs changes to who may do what, through the one door. {@code without} is the connection of a database that has no
 * resource; else the report's resource counts. */
public final class ChangeAccess {
    private final TargetOfReport targets;
    private final PlanConnections connections;
    private final DirectConnections direct;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;

    public ChangeAccess(
            Supplier<KubeContexts> contexts,
            PlanConnections connections,
            DirectConnections direct,
            ServerPools pools,
            Supplier<Journal> journal,
            Executor background) {
        this.targets = new TargetOfReport(contexts, direct);
        this.connections = connections;
        this.direct = direct;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
    }

    /** What was planned: the plan, and who gains and loses by it as the model computes it. */
    public record Planned(Plan plan, PrivilegeDifference difference) {}

    public Planned plan(
            AccessReport report,
            List<? extends AccessChange> changes,
            Optional<DirectTarget> without,
            CancelToken cancel) {
        PlanConcern toRead = StagedChanges.toRead(report.snapshot(), changes);
        Snapshot from = pools.read(
                targets.of(report, without, cancel),
                cancel,
                session -> new SnapshotReader()
                        .read(session, new SnapshotScope(toRead.schemas(), toRead.owners(), toRead.others()), cancel));
        StagedChanges staged = StagedChanges.of(report.snapshot(), from, changes);
        Plan plan = ChangePlanner.plan(report.target(), from, staged.changes());
        List<Plan.Refusal> refusals = new ArrayList<>(staged.refusals());
        refusals.addAll(plan.refusals());
        AccessSnapshot before = ObjectsOfChanges.added(report.snapshot(), changes);
        AccessSnapshot after = before;
        for (AccessChange change : changes) {
            after = change.applyTo(after);
        }
        return new Planned(plan.refusing(refusals), PrivilegeDifference.between(before, after));
    }

    public Proof prove(Plan plan, Optional<DirectTarget> without, CancelToken cancel) {
        return new PlanProver(pools, targetOf(plan, without, cancel)).prove(plan, cancel);
    }

    /** Proves the plan, and with it who really gains and loses: that much of the access side is read before and after its steps. */
    public Proof proveDifference(Plan plan, AccessScope scope, Optional<DirectTarget> without, CancelToken cancel) {
        return new PlanProver(pools, targetOf(plan, without, cancel)).proveAccess(plan, scope, cancel);
    }

    public RunOutcome run(
            Plan plan, Approval approval, Optional<DirectTarget> without, RunListener listener, CancelToken cancel) {
        return new PlanRunner(
                        pools,
                        targetOf(plan, without, cancel),
                        journal.get(),
                        now -> ChangePlanner.verification(plan, now),
                        background,
                        RunLimits.DEFAULT)
                .run(plan, approval, listener, cancel);
    }

    private ConnectionTarget targetOf(Plan plan, Optional<DirectTarget> without, CancelToken cancel) {
        return without.map(direct::target).orElseGet(() -> connections.of(plan, cancel));
    }
}
