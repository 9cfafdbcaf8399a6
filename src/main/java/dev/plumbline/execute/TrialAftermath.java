package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What comes after a trial: reading again on another session whether the database is what it was before, and the outcome, which the journal is told first. */
final class TrialAftermath {
    private final Plan plan;
    private final RunLog log;
    private final StepLedger ledger;
    private final Reading reading;
    private final RunListener listener;

    TrialAftermath(Plan plan, RunLog log, StepLedger ledger, Reading reading, RunListener listener) {
        this.plan = plan;
        this.log = log;
        this.ledger = ledger;
        this.reading = reading;
        this.listener = listener;
    }

    private record Found(Optional<Snapshot> state, Optional<Problem> notAsBefore) {
        static final Found NOTHING = new Found(Optional.empty(), Optional.empty());
    }

    TrialOutcome conclude(PlanRunner.Stop stop, long begun) {
        Found found = ledger.anythingRan() ? compare() : Found.NOTHING;
        Ending ending = stop.ending() == Ending.VERIFIED ? Ending.ROLLED_BACK : stop.ending();
        Optional<Problem> problem = stop.problem().or(found::notAsBefore);
        log.ended(ending, problem);
        RunOutcome outcome = new RunOutcome(
                ending,
                ledger.outcomes(),
                problem.or(log::unwritten),
                found.state(),
                List.of(),
                Duration.ofNanos(System.nanoTime() - begun),
                log.runId());
        return new TrialOutcome(outcome, found.notAsBefore());
    }

    private Found compare() {
        listener.phase("reading again");
        CancelToken whole = new CancelToken();
        try {
            Snapshot now = reading.read(whole);
            Optional<Problem> different = StateCheck.differs(plan, now)
                    .or(() -> reading.pools()
                            .read(reading.target(), whole, session -> StructureCheck.differs(plan, session, whole)))
                    .map(this::notAsBefore);
            log.verified(
                    different.isEmpty(), different.map(Problem::answer).stream().toList());
            return new Found(Optional.of(now), different);
        } catch (ProblemException unreadable) {
            log.note("Reading again was not possible: " + unreadable.problem().message());
            return new Found(Optional.empty(), Optional.of(unreadable.problem()));
        }
    }

    private Problem notAsBefore(Problem different) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "not-as-before",
                "Comparing with what was there before the trial,",
                plan.target().shown(),
                different.answer(),
                "The transaction was rolled back, so somebody else may have changed it meanwhile: look who did.");
    }
}
