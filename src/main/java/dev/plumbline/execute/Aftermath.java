package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What comes after the acting: reading again when something stands, and the outcome, which the journal is told before anybody else. */
final class Aftermath {
    private final Plan plan;
    private final RunLog log;
    private final StepLedger ledger;
    private final Reading reading;
    private final RunListener listener;

    Aftermath(Plan plan, RunLog log, StepLedger ledger, Reading reading, RunListener listener) {
        this.plan = plan;
        this.log = log;
        this.ledger = ledger;
        this.reading = reading;
        this.listener = listener;
    }

    /** What reading again gave: the state and what is left to do there, or why it could not be read. */
    private record Found(Optional<Snapshot> state, Optional<Verification> verification, Optional<Problem> problem) {
        static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), Optional.empty());
    }

    RunOutcome conclude(PlanRunner.Stop stop, CancelToken cancel, long begun) {
        boolean whole = stop.ending() == Ending.VERIFIED;
        Found found = ledger.anythingStands() ? verify(whole ? cancel : new CancelToken()) : Found.NOTHING;
        Ending ending = whole && found.problem().isPresent() ? Ending.DONE_NOT_VERIFIED : stop.ending();
        Optional<Problem> problem = stop.problem().map(this::withWhatIsBorrowed).or(found::problem);
        log.ended(ending, problem);
        return new RunOutcome(
                ending,
                ledger.outcomes(),
                problem.or(log::unwritten),
                found.state(),
                found.verification().map(Verification::remaining).orElse(List.of()),
                Duration.ofNanos(System.nanoTime() - begun),
                log.runId());
    }

    private Found verify(CancelToken cancel) {
        listener.phase("reading again");
        try {
            Snapshot now = reading.read(cancel);
            Verification verification = reading.verifier().verify(now);
            List<String> left = reading.notShownBy(now, verification).stream()
                    .filter(step -> ledger.stands(step.id()))
                    .map(Step::id)
                    .toList();
            log.verified(left.isEmpty(), left);
            return new Found(
                    Optional.of(now),
                    Optional.of(verification),
                    left.isEmpty() ? Optional.empty() : Optional.of(notShown(left)));
        } catch (ProblemException unreadable) {
            log.note("Reading again was not possible: " + unreadable.problem().message());
            return new Found(Optional.empty(), Optional.empty(), Optional.of(unreadable.problem()));
        } catch (Cancelled stopped) {
            log.note("Reading again was stopped.");
            return new Found(Optional.empty(), Optional.empty(), Optional.of(stopped()));
        }
    }

    private Problem notShown(List<String> left) {
        return problem(
                "not-verified",
                "every statement succeeded, but reading again does not show what was to come of "
                        + left.stream().map(this::statement).collect(Collectors.joining("; ")) + ".",
                "Somebody else may have changed it meanwhile; check again.");
    }

    private String statement(String step) {
        return plan.step(step)
                .flatMap(each -> each.sql().text().lines().findFirst())
                .orElse(step);
    }

    private Problem stopped() {
        return problem("verification-stopped", "it was stopped before the state was read again.", "Check again.");
    }

    private Problem problem(String code, String answer, String next) {
        return new Problem(
                Problem.Kind.CONFLICT, code, "Verifying", plan.target().shown(), answer, next);
    }

    private Problem withWhatIsBorrowed(Problem problem) {
        List<String> borrowed = GivingBack.stillBorrowed(plan, ledger);
        return borrowed.isEmpty()
                ? problem
                : new Problem(
                        problem.kind(),
                        problem.code(),
                        problem.tried(),
                        problem.object(),
                        problem.answer(),
                        problem.next() + " A borrowed membership still stands; give it back: "
                                + String.join("; ", borrowed));
    }
}
