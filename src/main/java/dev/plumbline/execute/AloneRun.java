package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import java.util.Optional;

/** Runs a statement that is its own transaction and reads again at once whether it did what it should. */
final class AloneRun {
    private final Run.Tools tools;
    private final StepRunner steps;
    private final RunLog log;
    private final StepLedger ledger;
    private final Reading reading;
    private final CutBuild build;

    AloneRun(Run.Tools tools, StepRunner steps, RunLog log, StepLedger ledger, Reading reading, CutBuild build) {
        this.tools = tools;
        this.steps = steps;
        this.log = log;
        this.ledger = ledger;
        this.reading = reading;
        this.build = build;
    }

    void run(Step step, CancelToken cancel) {
        try {
            steps.run(step, cancel);
        } catch (Cancelled stopped) {
            String left = build.clear(step, "");
            if (!left.isEmpty()) {
                log.note(left);
                tools.listener().ended(ledger.remarked(step, left));
            }
            throw stopped;
        } catch (ProblemException failure) {
            if (!PgFailure.isConnectionLost(failure)) {
                throw and(build.clear(step, PgFailure.sqlState(failure)), failure);
            }
            afterLostAnswer(step, failure);
            throw and(build.tell(step), failure);
        }
        ledger.settle(State.STANDS);
        log.committed("a transaction of its own: " + step.id());
        boolean shown =
                reading.isHalfway(step) ? build.stands(step).orElse(true) : reading.shows(step, reading.read(cancel));
        if (!shown) {
            throw new ProblemException(notShown(step));
        }
    }

    /** The failure with what is to be said about what it left. */
    private ProblemException and(String left, ProblemException failure) {
        if (left.isEmpty()) {
            return failure;
        }
        log.note(left);
        Problem was = failure.problem();
        return new ProblemException(
                new Problem(was.kind(), was.code(), was.tried(), was.object(), was.answer() + " " + left, was.next()),
                failure);
    }

    private void afterLostAnswer(Step step, ProblemException failure) {
        Optional<Boolean> shown = shown(step);
        State state = shown.map(yes -> yes ? State.STANDS : State.FAILED).orElse(State.UNKNOWN);
        tools.listener().ended(ledger.corrected(step, state));
        log.note("The answer to " + step.id() + " was lost ("
                + failure.problem().code() + "); read again, it "
                + shown.map(yes -> yes ? "stands." : "does not stand.").orElse("is not known."));
    }

    private Optional<Boolean> shown(Step step) {
        if (reading.isHalfway(step)) {
            return build.stands(step);
        }
        try {
            return Optional.of(reading.shows(step, reading.read(new CancelToken())));
        } catch (ProblemException noAnswer) {
            return Optional.empty();
        }
    }

    private Problem notShown(Step step) {
        return new Problem(
                Problem.Kind.SERVER,
                "no-effect",
                "Running " + step.sql().text() + " in",
                tools.target().shown(),
                "the server reported success, but reading again does not show it.",
                "A schema change may still be under way (SHOW JOBS); check again when it has ended.");
    }
}
