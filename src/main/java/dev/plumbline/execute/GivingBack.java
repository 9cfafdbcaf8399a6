package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import java.util.List;

/**
 * Gives back borrowed memberships that still stand when a run stops early. Inside one transaction the rollback has done so already; this is
 * for statements that each stand by themselves.
 */
final class GivingBack {
    private final Run.Tools tools;
    private final Plan plan;
    private final StepLedger ledger;
    private final RunLog log;

    GivingBack(Run.Tools tools, Plan plan, StepLedger ledger, RunLog log) {
        this.tools = tools;
        this.plan = plan;
        this.ledger = ledger;
        this.log = log;
    }

    void run(StepRunner steps) {
        for (Step step : plan.steps()) {
            if (isDue(step)) {
                giveBack(step, steps);
            }
        }
    }

    private boolean isDue(Step step) {
        return step.group() == StepGroup.GIVE_BACK
                && ledger.untouched(step)
                && !step.requires().isEmpty()
                && step.requires().stream().allMatch(ledger::stands);
    }

    private void giveBack(Step step, StepRunner steps) {
        try {
            attempt(step, steps);
        } catch (ProblemException failure) {
            if (PgFailure.isConnectionLost(failure)) {
                giveBackElsewhere(step, steps);
            }
        }
    }

    private void giveBackElsewhere(Step step, StepRunner steps) {
        try (WritingSession other = tools.pools().open(tools.target(), new CancelToken())) {
            attempt(step, steps.on(other));
        } catch (ProblemException gone) {
            log.note("No other session could give back " + step.id() + ": "
                    + gone.problem().answer());
        }
    }

    private void attempt(Step step, StepRunner steps) {
        steps.run(step, new CancelToken());
        ledger.settle(State.STANDS);
        log.committed("given back after the run stopped: " + step.id());
    }

    /** The statements that would give back what is still borrowed, for a person to run. */
    static List<String> stillBorrowed(Plan plan, StepLedger ledger) {
        return plan.steps().stream()
                .filter(step -> step.group() == StepGroup.GIVE_BACK && !ledger.stands(step.id()))
                .filter(step -> step.requires().stream().anyMatch(ledger::stands))
                .map(step -> step.sql().text())
                .toList();
    }
}
