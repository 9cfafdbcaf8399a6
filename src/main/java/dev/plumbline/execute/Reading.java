package dev.plumbline.execute;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.plan.Verification;
import dev.plumbline.plan.structure.StructureSteps;
import java.util.List;

/** Reads the plan's database on a session that is not the run's, and judges what is there. */
record Reading(ServerPools pools, ConnectionTarget target, Plan plan, Verification.Verifier verifier) {
    /** @throws ProblemException also when the target now leads to another database than the plan's */
    Snapshot read(CancelToken cancel) {
        SnapshotScope scope = PlanScope.of(plan);
        Snapshot now = pools.read(target, cancel, session -> new SnapshotReader().read(session, scope, cancel));
        StateCheck.otherTarget(plan, now.server()).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return now;
    }

    /** The steps whose effect this state does not show. */
    List<Step> notShownBy(Snapshot now, Verification verification) {
        List<Step> askedAgain = verification.askedAgain(plan);
        return plan.steps().stream()
                .filter(step -> askedAgain.contains(step)
                        || step.group() == StepGroup.GIVE_BACK
                                && !step.change().applyTo(now).equals(now))
                .toList();
    }

    /**
     * Whether another step of a structure's plan goes on with what this one began: no state shows the first half of a change, since the plan made from it begins that change
     * anew. The last half shows both.
     */
    boolean isHalfway(Step step) {
        return plan.concern().structure().isPresent()
                && plan.steps().stream().anyMatch(later -> StructureSteps.goesOnWith(step.id(), later.id()));
    }

    /** Whether this state shows what the step does: for a repair that its finding is gone, else that doing it again changes nothing. */
    boolean shows(Step step, Snapshot now) {
        return step.group().repairs()
                ? !verifier.verify(now).askedAgain(plan).contains(step)
                : step.change().applyTo(now).equals(now);
    }
}
