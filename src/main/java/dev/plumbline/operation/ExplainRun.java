package dev.plumbline.operation;

import dev.plumbline.execute.Recovery;
import dev.plumbline.execute.RunRecovery;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RepairPlanner;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out what stands of a run whose console was killed or whose COMMIT was never answered, and writes it into the journal. Changes nothing
 * in the database.
 */
public final class ExplainRun {
    private static final String ROTATED = "manageddatabases";

    private final Supplier<Journal> journal;
    private final CheckOwnership ownership;
    private final PlanConnections connections;
    private final ServerPools pools;

    public ExplainRun(
            Supplier<Journal> journal, CheckOwnership ownership, PlanConnections connections, ServerPools pools) {
        this.journal = journal;
        this.ownership = ownership;
        this.connections = connections;
        this.pools = pools;
    }

    public RunFinding explain(String runId, CancelToken cancel, Progress progress) {
        RunRecord run = journal.get().show(runId);
        Optional<String> ended = run.outcome().filter(word -> !word.equals("UNKNOWN"));
        if (ended.isPresent()) {
            return new RunFinding(runId, true, "The run ended: " + ended.get() + ".", "", List.of());
        }
        ResourceRef resource = resourceOf(run);
        if (rotated(run).isPresent()) {
            return new RunFinding(
                    runId,
                    false,
                    "The run rotated credentials. What stands of it is read from the cluster and the database.",
                    "\"plumbline rotate " + resource.name() + " --dry-run\" shows what is still to be done.",
                    List.of());
        }
        OwnershipReport report = ownership.check(resource, cancel, progress);
        Plan planNow = planNow(report);
        RunRecovery recovery = new RunRecovery(pools, connections.of(planNow, cancel), journal.get());
        Recovery found = recovery.explain(run, Optional.of(planNow), cancel);
        recovery.settle(run, found);
        boolean known = found.stands() != Recovery.Stands.UNKNOWN && found.stands() != Recovery.Stands.STILL_RUNNING;
        return new RunFinding(runId, known, found.sentence(), found.next(), found.steps());
    }

    /** The ManagedDatabase whose credentials the run rotated. No transaction holds such a run together. */
    static Optional<ResourceRef> rotated(RunRecord run) {
        return run.resource().filter(resource -> resource.plural().equals(ROTATED));
    }

    private static Plan planNow(OwnershipReport report) {
        OwnershipReport.Live live = report.live()
                .orElseThrow(() -> new ProblemException(report.problem()
                        .orElseGet(() -> cannotAsk(report.resource().ref().shown(), report.notApplicable()))));
        return RepairPlanner.plan(
                live.target(), live.wanted(), live.snapshot(), report.checks(), RepairOptions.ONLY_MISSING);
    }

    private static ResourceRef resourceOf(RunRecord run) {
        return run.resource()
                .orElseThrow(() -> new ProblemException(
                        cannotAsk(run.begun().field("target"), "the run was not made for a resource.")));
    }

    private static Problem cannotAsk(String object, String answer) {
        return new Problem(
                Problem.Kind.INVALID,
                "run-not-explained",
                "Finding out what stands of a run on",
                object,
                answer,
                "Connect to the database and look at it.");
    }
}
