package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs a statement that is its own transaction and reads again at once whether it did what it should. */
final class AloneRun {
    private static final Pattern COMMITS_ITSELF = Pattern.compile("(?i)^\\s*(CALL|DO)\\b");
    private static final Pattern CONCURRENTLY = Pattern.compile("(?i)\\bCONCURRENTLY\\b");
    private static final Pattern LEAVES_NOTHING = Pattern.compile("(?i)^\\s*(DROP\\s+INDEX|REFRESH)\\b");

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
        new Attempts(tools, log).run(isRepeatable(step), cancel, number -> attempt(step, number, cancel));
        ledger.settle(State.STANDS);
        log.committed("a transaction of its own: " + step.id());
        boolean shown =
                reading.isHalfway(step) ? build.stands(step).orElse(true) : reading.shows(step, reading.read(cancel));
        if (!shown) {
            throw new ProblemException(notShown(step));
        }
    }

    /**
     * Whether a statement that was cut leaves nothing. What works CONCURRENTLY does so in several transactions: an index that was being built can be taken away, and one that was being dropped be
     * dropped; what REINDEX and DETACH leave cannot be told from what others left. A procedure or a block may have committed something itself.
     */
    private static boolean isRepeatable(Step step) {
        String text = step.sql().text();
        return !COMMITS_ITSELF.matcher(text).find()
                && (!CONCURRENTLY.matcher(text).find()
                        || CutBuild.isOne(step)
                        || LEAVES_NOTHING.matcher(text).find());
    }

    private void attempt(Step step, int number, CancelToken cancel) {
        if (number > 1) {
            clearBefore(step);
        }
        try {
            steps.attempt(step, number, cancel);
        } catch (Cancelled stopped) {
            String left = build.clear(step, "");
            if (!left.isEmpty()) {
                log.note(left);
                tools.listener().ended(ledger.remarked(step, left));
            }
            throw stopped;
        } catch (LockedOut out) {
            throw cleared(step, out);
        } catch (ProblemException failure) {
            if (!PgFailure.isConnectionLost(failure)) {
                throw and(build.clear(step, PgFailure.sqlState(failure)), failure);
            }
            afterLostAnswer(step, failure);
            throw and(build.tell(step), failure);
        }
    }

    /** What the last attempt left may be in the way of the next one, and in others' too. */
    private void clearBefore(Step step) {
        String left = build.clear(step, "");
        if (!left.isEmpty() && !left.equals(CutBuild.DROPPED)) {
            throw new LockedOut(
                    new Problem(
                            Problem.Kind.LOCKED,
                            "index-left",
                            "Running " + step.sql().text() + " in",
                            tools.target().shown(),
                            left,
                            "Drop it when nobody is in the way any more, or plan again: that does so."),
                    new IllegalStateException(left));
        }
    }

    /** To be tried again when nothing of the build is left, or what is left can be told. */
    private RuntimeException cleared(Step step, LockedOut out) {
        String left = build.clear(step, PgFailure.sqlState(out));
        if (left.isEmpty()) {
            return out;
        }
        ProblemException told = and(left, new ProblemException(out.problem(), out));
        return left.equals(CutBuild.DROPPED) || left.startsWith(CutBuild.LEFT)
                ? new LockedOut(told.problem(), out)
                : told;
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
