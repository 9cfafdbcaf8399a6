package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Bracket;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.Verification;
import dev.plumbline.store.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The one door through which a database changes: runs a plan that a person approved, exactly as it is written. Everything expected is in the
 * outcome, being cancelled included; nothing of it is thrown. {@code background} looks at what a waiting statement waits for.
 */
public final class PlanRunner {
    private final ServerPools pools;
    private final ConnectionTarget target;
    private final Journal journal;
    private final Verification.Verifier verifier;
    private final Executor background;
    private final RunLimits limits;
    private final List<ForeignLock> foreign;
    private final SessionOrigins origins;

    public PlanRunner(
            ServerPools pools,
            ConnectionTarget target,
            Journal journal,
            Verification.Verifier verifier,
            Executor background,
            RunLimits limits) {
        this(pools, target, journal, verifier, background, limits, List.of());
    }

    /** Without knowing what stands behind an address. */
    public PlanRunner(
            ServerPools pools,
            ConnectionTarget target,
            Journal journal,
            Verification.Verifier verifier,
            Executor background,
            RunLimits limits,
            List<ForeignLock> foreign) {
        this(pools, target, journal, verifier, background, limits, foreign, SessionOrigins.UNKNOWN);
    }

    /**
     * @param foreign locks of other tools that must not run at the same time
     * @param origins what stands behind the addresses of sessions that are in the way
     */
    public PlanRunner(
            ServerPools pools,
            ConnectionTarget target,
            Journal journal,
            Verification.Verifier verifier,
            Executor background,
            RunLimits limits,
            List<ForeignLock> foreign,
            SessionOrigins origins) {
        this.pools = pools;
        this.target = target;
        this.journal = journal;
        this.verifier = verifier;
        this.background = background;
        this.limits = limits;
        this.foreign = List.copyOf(foreign);
        this.origins = origins;
    }

    public RunOutcome run(Plan plan, Approval approval, RunListener listener, CancelToken cancel) {
        long begun = System.nanoTime();
        StepLedger ledger = new StepLedger(plan.steps());
        Optional<Problem> refusal = RunRefusal.find(plan, approval);
        if (refusal.isPresent()) {
            return refused(ledger, refusal.get(), begun);
        }
        List<Bracket> brackets = Bracket.of(plan);
        RunLog log;
        try {
            log = RunLog.begin(journal, plan, approval, brackets);
        } catch (ProblemException unwritable) {
            return refused(ledger, unwritable.problem(), begun);
        }
        Run.Tools tools = new Run.Tools(pools, target, background, limits, listener, origins);
        Reading reading = new Reading(pools, target, plan, verifier);
        Run run = new Run(tools, plan, log, ledger, reading, foreign);
        Stop stop = stopped(ledger, () -> run.go(brackets, cancel));
        return new Aftermath(plan, log, ledger, reading, listener).conclude(stop, cancel, begun);
    }

    /**
     * Runs all steps of a plan in one transaction that is rolled back, under the same approval, locks and checks as a run, and reads again whether the database is what it was before. Real locks are
     * held until the roll back. What the server takes back for nobody stays: what sequences have counted, and whatever code of the database does outside of its transaction.
     */
    public TrialOutcome tryOut(
            Plan plan, Approval approval, TrialWatch watch, RunListener listener, CancelToken cancel) {
        long begun = System.nanoTime();
        StepLedger ledger = new StepLedger(plan.steps());
        Optional<Problem> refusal = RunRefusal.find(plan, approval).or(() -> cannotBeRolledBack(plan));
        if (refusal.isPresent()) {
            return new TrialOutcome(refused(ledger, refusal.get(), begun), Optional.empty());
        }
        RunLog log;
        try {
            log = RunLog.begin(journal, plan, approval, List.of(new Bracket(plan.steps(), true)));
            log.note("A trial: all of it runs in one transaction that is rolled back in the end.");
        } catch (ProblemException unwritable) {
            return new TrialOutcome(refused(ledger, unwritable.problem(), begun), Optional.empty());
        }
        Run.Tools tools = new Run.Tools(pools, target, background, limits, listener, origins);
        Reading reading = new Reading(pools, target, plan, verifier);
        Run run = new Run(tools, plan, log, ledger, reading, foreign);
        Stop stop = stopped(ledger, () -> run.tryOut(watch, cancel));
        return new TrialAftermath(plan, log, ledger, reading, listener).conclude(stop, begun);
    }

    private static Optional<Problem> cannotBeRolledBack(Plan plan) {
        boolean cockroach = plan.target().server().version().isCockroach();
        String why = cockroach
                ? "CockroachDB commits before each schema change, so trying it out would apply it."
                : plan.steps().stream()
                        .filter(step -> !step.transactional())
                        .findFirst()
                        .map(step -> step.id() + " cannot run inside a transaction.")
                        .orElse("");
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        Problem.Kind.INVALID,
                        "no-trial-here",
                        "Trying the plan on",
                        plan.target().shown(),
                        why,
                        "Look at what a scratch server makes of it."));
    }

    /** How the acting part of a run came to its end; the ending is final unless verification has its say. */
    record Stop(Ending ending, Optional<Problem> problem) {}

    private static Stop stopped(StepLedger ledger, Runnable acting) {
        try {
            acting.run();
            return new Stop(Ending.VERIFIED, Optional.empty());
        } catch (Cancelled stopped) {
            return new Stop(Ending.CANCELLED, Optional.empty());
        } catch (CommitUnknown lost) {
            return new Stop(Ending.UNKNOWN, Optional.of(lost.problem()));
        } catch (ProblemException failure) {
            return new Stop(ledger.anythingRan() ? Ending.FAILED : Ending.REFUSED, Optional.of(failure.problem()));
        }
    }

    private static RunOutcome refused(StepLedger ledger, Problem problem, long begun) {
        return new RunOutcome(
                Ending.REFUSED,
                ledger.outcomes(),
                Optional.of(problem),
                Optional.empty(),
                List.of(),
                Duration.ofNanos(System.nanoTime() - begun),
                "");
    }
}
