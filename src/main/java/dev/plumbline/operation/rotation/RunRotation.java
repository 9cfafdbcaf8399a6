package dev.plumbline.operation.rotation;

import dev.plumbline.execute.RunLimits;
import dev.plumbline.execute.RunLock;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationStep;
import dev.plumbline.store.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs an approved rotation step by step, each verified by reading again. Nothing is kept of a run that stops but its journal: where to go on is read from the cluster and the catalog by
 * the next plan. Everything expected is in the outcome; nothing of it is thrown but what the first reading meets.
 */
public final class RunRotation {
    private final ReadRotation reading;
    private final ServerPools pools;
    private final Supplier<Journal> journal;

    public RunRotation(ReadRotation reading, ServerPools pools, Supplier<Journal> journal) {
        this.reading = reading;
        this.pools = pools;
        this.journal = journal;
    }

    /**
     * @param jobWait how long to await the migration's Job
     * @throws ProblemException when the resource cannot be read again
     */
    public RunOutcome run(
            RotationPlan plan, Approval approval, Duration jobWait, RotationListener listener, CancelToken cancel) {
        long begun = System.nanoTime();
        Optional<Problem> refusal = RotationRefusal.find(plan, approval);
        if (refusal.isPresent()) {
            return outcome(Ending.REFUSED, List.of(), plan, refusal, begun, "");
        }
        try {
            return runNow(plan, approval, jobWait, listener, cancel, begun);
        } catch (Cancelled stopped) {
            return outcome(Ending.CANCELLED, List.of(), plan, Optional.empty(), begun, "");
        }
    }

    private RunOutcome runNow(
            RotationPlan plan,
            Approval approval,
            Duration jobWait,
            RotationListener listener,
            CancelToken cancel,
            long begun) {
        ResourceRef ref = plan.facts().database().ref();
        RotationPlan now = reading.read(ref, cancel, Progress.NONE).plan();
        Optional<Problem> stale = RotationRefusal.stale(plan, now).or(() -> RotationRefusal.find(now, approval));
        if (stale.isPresent()) {
            return outcome(Ending.REFUSED, List.of(), plan, stale, begun, "");
        }
        KubeCluster cluster = reading.cluster(ref, cancel);
        ConnectionTarget target = reading.target(cluster, now.facts().database());
        try (WritingSession session = pools.open(target, cancel)) {
            RunLock lock = new RunLock(
                    session.session(),
                    now.facts().live().value().orElseThrow().server().databaseOid(),
                    RunLimits.DEFAULT);
            lock.take(cancel);
            RotationLog log = RotationLog.begin(journal.get(), now, approval);
            RotationSteps steps = new RotationSteps(
                    new RotationTarget(now, cluster.managed(), pools, target, session, cancel), jobWait);
            RunOutcome ended = steps(now, steps, log, listener, cancel, begun);
            log.ended(ended.ending(), ended.problem());
            lock.releaseIfPossible();
            return withUnwritten(ended, log);
        } catch (ProblemException refused) {
            return outcome(Ending.REFUSED, List.of(), plan, Optional.of(refused.problem()), begun, "");
        }
    }

    /** A journal that could not be written to is told where nothing worse is. */
    private static RunOutcome withUnwritten(RunOutcome ended, RotationLog log) {
        return new RunOutcome(
                ended.ending(),
                ended.steps(),
                ended.problem().or(log::unwritten),
                ended.verifiedState(),
                ended.remaining(),
                ended.took(),
                ended.journalId());
    }

    private RunOutcome steps(
            RotationPlan plan,
            RotationSteps steps,
            RotationLog log,
            RotationListener listener,
            CancelToken cancel,
            long begun) {
        List<StepOutcome> done = new ArrayList<>();
        Ending ending = Ending.VERIFIED;
        Optional<Problem> problem = Optional.empty();
        for (RotationStep step : plan.steps()) {
            if (cancel.isCancelled()) {
                return outcome(Ending.CANCELLED, done, plan, Optional.empty(), begun, log.runId());
            }
            long from = System.nanoTime();
            StepOutcome ended;
            try {
                listener.starting(step, done.size() + 1, plan.steps().size());
                log.begun(step);
                steps.run(step);
                ended = ended(step, StepOutcome.State.STANDS, "00000", "", from);
            } catch (Cancelled stopped) {
                ended = ended(step, StepOutcome.State.UNKNOWN, "", "stopped", from);
                ending = Ending.CANCELLED;
            } catch (ProblemException failed) {
                problem = Optional.of(failed.problem());
                boolean lost = PgFailure.isConnectionLost(failed);
                ended = ended(
                        step,
                        lost ? StepOutcome.State.UNKNOWN : StepOutcome.State.FAILED,
                        PgFailure.sqlState(failed),
                        failed.problem().answer(),
                        from);
                ending = lost ? Ending.UNKNOWN : Ending.FAILED;
            }
            done.add(ended);
            log.ended(ended);
            listener.ended(ended);
            if (ending != Ending.VERIFIED) {
                return outcome(ending, done, plan, problem, begun, log.runId());
            }
        }
        return verify(plan, done, log, begun);
    }

    private RunOutcome verify(RotationPlan plan, List<StepOutcome> done, RotationLog log, long begun) {
        try {
            Set<String> asked = plan.steps().stream().map(RotationStep::id).collect(Collectors.toSet());
            RotationPlan again = reading.read(plan.facts().database().ref(), new CancelToken(), Progress.NONE)
                    .plan();
            String left = again.steps().stream()
                    .map(RotationStep::id)
                    .filter(asked::contains)
                    .collect(Collectors.joining(", "));
            log.verified(left.isEmpty(), left);
            return outcome(
                    left.isEmpty() ? Ending.VERIFIED : Ending.DONE_NOT_VERIFIED,
                    done,
                    plan,
                    left.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Problem(
                                    Problem.Kind.CONFLICT,
                                    "ROT-LEFT",
                                    "Verifying the rotation of",
                                    plan.target(),
                                    "read again, these steps are still to be done: " + left + ".",
                                    "Somebody else may be at work: look at the rotation again.")),
                    begun,
                    log.runId());
        } catch (ProblemException unread) {
            return outcome(Ending.DONE_NOT_VERIFIED, done, plan, Optional.of(unread.problem()), begun, log.runId());
        }
    }

    private static StepOutcome ended(
            RotationStep step, StepOutcome.State state, String sqlState, String message, long from) {
        return new StepOutcome(step.id(), state, sqlState, message, Duration.ofNanos(System.nanoTime() - from));
    }

    private static RunOutcome outcome(
            Ending ending,
            List<StepOutcome> done,
            RotationPlan plan,
            Optional<Problem> problem,
            long begun,
            String journalId) {
        List<StepOutcome> all = new ArrayList<>(done);
        plan.steps().stream()
                .skip(done.size())
                .forEach(step -> all.add(new StepOutcome(step.id(), StepOutcome.State.NOT_RUN, "", "", Duration.ZERO)));
        return new RunOutcome(
                ending,
                all,
                problem,
                Optional.empty(),
                List.of(),
                Duration.ofNanos(System.nanoTime() - begun),
                journalId);
    }
}
