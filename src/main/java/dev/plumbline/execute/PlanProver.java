package dev.plumbline.execute;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan inside a transaction that is always rolled back, and tells the state that the plan would leave. It waits for locks only
 * briefly, and reads the state once more after the rollback. Not on CockroachDB, which commits before each schema change.
 */
public final class PlanProver {
    private static final int LONGEST_LOCK_WAIT_MILLISECONDS = 1_000;

    private final ServerPools pools;
    private final ConnectionTarget target;

    public PlanProver(ServerPools pools, ConnectionTarget target) {
        this.pools = pools;
        this.target = target;
    }

    /** @throws Cancelled when the token stopped it; everything was rolled back then */
    public Proof prove(Plan plan, CancelToken cancel) {
        return prove(plan, Optional.empty(), cancel);
    }

    /**
     * The same, and reads the access side besides, before the first step and after the last, which is what people really gain and lose.
     *
     * @throws Cancelled when the token stopped it; everything was rolled back then
     */
    public Proof proveAccess(Plan plan, AccessScope access, CancelToken cancel) {
        return prove(plan, Optional.of(access), cancel);
    }

    private Proof prove(Plan plan, Optional<AccessScope> access, CancelToken cancel) {
        long begun = System.nanoTime();
        Optional<Problem> impossible = impossible(plan);
        if (impossible.isPresent()) {
            return new Proof(Optional.empty(), impossible, Optional.empty(), Duration.ZERO);
        }
        Attempt attempt = new Attempt(plan, access, cancel);
        try (WritingSession session = pools.open(target, cancel)) {
            Snapshot after = attempt.tryOut(session);
            attempt.compareAfterRollback(session);
            return attempt.proof(Optional.of(after), Optional.empty(), begun);
        } catch (ProblemException failure) {
            return attempt.proof(Optional.empty(), Optional.of(failure.problem()), begun);
        }
    }

    private static Optional<Problem> impossible(Plan plan) {
        String reason = "";
        if (plan.target().server().version().isCockroach()) {
            reason = "CockroachDB commits before each schema change, so trying it out would apply it.";
        } else if (plan.steps().stream().anyMatch(step -> !step.transactional())) {
            reason = "a step of the plan cannot run inside a transaction.";
        }
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        Problem.Kind.INVALID,
                        "no-proof-here",
                        "Proving the plan on",
                        plan.target().shown(),
                        reason,
                        "Use the modelled preview."));
    }

    private static final class Attempt {
        private final Plan plan;
        private final Optional<AccessScope> access;
        private final CancelToken cancel;
        private final SnapshotScope scope;
        private final SnapshotReader reader = new SnapshotReader();
        private @Nullable Step running;
        private @Nullable AccessSnapshot accessBefore;
        private @Nullable AccessSnapshot accessAfter;
        private List<String> notes = List.of();

        Attempt(Plan plan, Optional<AccessScope> access, CancelToken cancel) {
            this.plan = plan;
            this.access = access;
            this.cancel = cancel;
            this.scope = PlanScope.of(plan);
        }

        Snapshot tryOut(WritingSession session) {
            session.begin(cancel);
            try {
                refuseWhenDifferent(reader.readWithin(session.session(), scope, cancel));
                notes = FiredCode.read(session.session(), plan, cancel);
                accessBefore = readAccess(session);
                for (Step step : plan.steps()) {
                    running = step;
                    session.execute(step.sql(), brief(step.lockTimeout()), step.statementTimeout(), cancel);
                }
                running = null;
                accessAfter = readAccess(session);
                return reader.readWithin(session.session(), scope, cancel);
            } finally {
                session.rollback();
            }
        }

        private @Nullable AccessSnapshot readAccess(WritingSession session) {
            return access.isEmpty() ? null : new AccessReader().readWithin(session.session(), access.get(), cancel);
        }

        void compareAfterRollback(WritingSession session) {
            refuseWhenDifferent(reader.read(session.session(), scope, cancel));
        }

        Proof proof(Optional<Snapshot> after, Optional<Problem> problem, long begun) {
            AccessSnapshot before = accessBefore;
            AccessSnapshot then = accessAfter;
            return new Proof(
                    after,
                    problem,
                    Optional.ofNullable(running).map(Step::id),
                    Duration.ofNanos(System.nanoTime() - begun),
                    notes,
                    after.isEmpty() || before == null || then == null
                            ? Optional.empty()
                            : Optional.of(new Proof.Access(before, then)));
        }

        private void refuseWhenDifferent(Snapshot now) {
            StateCheck.differs(plan, now).ifPresent(problem -> {
                throw new ProblemException(problem);
            });
        }

        private static LockTimeout brief(LockTimeout asked) {
            boolean endless = asked.milliseconds() == 0;
            return endless || asked.milliseconds() > LONGEST_LOCK_WAIT_MILLISECONDS
                    ? new LockTimeout(LONGEST_LOCK_WAIT_MILLISECONDS)
                    : asked;
        }
    }
}
