package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
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

    AloneRun(Run.Tools tools, StepRunner steps, RunLog log, StepLedger ledger, Reading reading) {
        this.tools = tools;
        this.steps = steps;
        this.log = log;
        this.ledger = ledger;
        this.reading = reading;
    }

    void run(Step step, CancelToken cancel) {
        try {
            steps.run(step, cancel);
        } catch (ProblemException failure) {
            if (!PgFailure.isConnectionLost(failure)) {
                throw failure;
            }
            afterLostAnswer(step, failure);
            throw failure;
        }
        ledger.settle(State.STANDS);
        log.committed("a transaction of its own: " + step.id());
        if (!reading.shows(step, reading.read(cancel))) {
            throw new ProblemException(notShown(step));
        }
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
