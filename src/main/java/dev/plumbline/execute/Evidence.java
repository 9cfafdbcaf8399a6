package dev.plumbline.execute;

import dev.plumbline.execute.Recovery.Stands;
import dev.plumbline.pg.TransactionFate;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.store.Entry;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.RunRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a run's journal entries prove about each statement, together with what the server and the plan made now say. */
final class Evidence {
    private final RunRecord run;
    private final Optional<Set<String>> askedForNow;

    Evidence(RunRecord run, Optional<Set<String>> askedForNow) {
        this.run = run;
        this.askedForNow = askedForNow;
    }

    Recovery unknown(String why) {
        return new Recovery(
                Stands.UNKNOWN,
                steps(entry -> State.UNKNOWN),
                why,
                "Connect to the run's own database and look again.");
    }

    Recovery stillRunning(String how) {
        return new Recovery(
                Stands.STILL_RUNNING,
                steps(entry -> State.UNKNOWN),
                how,
                "Wait until it is gone and look again; pg_terminate_backend ends and undoes it.");
    }

    Recovery conclude(Function<String, TransactionFate> fateOf) {
        TransactionFate fate = fate(fateOf);
        if (fate == TransactionFate.IN_PROGRESS) {
            return stillRunning("The run's transaction is still open in the server.");
        }
        State together = switch (fate) {
            case COMMITTED -> State.STANDS;
            case ABORTED, IN_PROGRESS -> State.ROLLED_BACK;
            case UNKNOWN -> byPlanNow();
        };
        return recovery(steps(planned -> planned.field("inTransaction").equals("true") ? together : alone(planned)));
    }

    /** What became of the run's transaction: only one that was about to commit can stand. */
    private TransactionFate fate(Function<String, TransactionFate> fateOf) {
        Optional<Entry> commit = run.last(EntryKind.COMMIT_BEGUN);
        if (commit.isEmpty()) {
            return TransactionFate.ABORTED;
        }
        return run.last(EntryKind.COMMITTED).isPresent()
                ? TransactionFate.COMMITTED
                : fateOf.apply(commit.get().field("transaction"));
    }

    /** The server has forgotten the transaction: when nothing of it is asked for again it stands, when all of it is, it does not. */
    private State byPlanNow() {
        if (askedForNow.isEmpty()) {
            return State.UNKNOWN;
        }
        List<String> ids = run.of(EntryKind.STATEMENT_PLANNED).stream()
                .map(entry -> entry.field("step"))
                .toList();
        if (ids.stream().noneMatch(askedForNow.get()::contains)) {
            return State.STANDS;
        }
        return ids.stream().allMatch(askedForNow.get()::contains) ? State.ROLLED_BACK : State.UNKNOWN;
    }

    private State alone(Entry planned) {
        String step = planned.field("step");
        Optional<Entry> ended = about(EntryKind.STATEMENT_ENDED, step);
        if (ended.isPresent() && !isUnderWay(step)) {
            return ended.get().field("sqlstate").equals("00000") ? State.STANDS : State.FAILED;
        }
        if (about(EntryKind.STATEMENT_BEGUN, step).isEmpty()) {
            return State.NOT_RUN;
        }
        return askedForNow
                .map(ids -> ids.contains(step) ? State.ROLLED_BACK : State.STANDS)
                .orElse(State.UNKNOWN);
    }

    /** Whether it was begun again after it had ended, as one is that got no lock. */
    private boolean isUnderWay(String step) {
        return times(EntryKind.STATEMENT_BEGUN, step) > times(EntryKind.STATEMENT_ENDED, step);
    }

    private long times(EntryKind kind, String step) {
        return run.of(kind).stream()
                .filter(entry -> entry.field("step").equals(step))
                .count();
    }

    /** The last that the journal tells. */
    private Optional<Entry> about(EntryKind kind, String step) {
        return run.of(kind).stream()
                .filter(entry -> entry.field("step").equals(step))
                .reduce((earlier, later) -> later);
    }

    private List<StepOutcome> steps(Function<Entry, State> state) {
        return run.of(EntryKind.STATEMENT_PLANNED).stream()
                .map(planned -> outcome(planned.field("step"), state.apply(planned)))
                .toList();
    }

    private StepOutcome outcome(String step, State state) {
        Optional<Entry> ended = about(EntryKind.STATEMENT_ENDED, step);
        return new StepOutcome(
                step,
                state,
                ended.map(entry -> entry.field("sqlstate")).orElse(""),
                ended.map(entry -> entry.field("message")).orElse(""),
                Duration.ofMillis(
                        ended.map(entry -> Long.parseLong(entry.field("ms"))).orElse(0L)));
    }

    private static Recovery recovery(List<StepOutcome> steps) {
        long standing =
                steps.stream().filter(step -> step.state() == State.STANDS).count();
        if (steps.stream().anyMatch(step -> step.state() == State.UNKNOWN)) {
            return new Recovery(
                    Stands.UNKNOWN,
                    steps,
                    "Neither the journal nor the server can tell what stands of the run.",
                    "Check the database: what is still to be done is in the plan made then.");
        }
        if (standing == 0) {
            return new Recovery(
                    Stands.NOTHING, steps, "Nothing of the run took effect.", "Check again and run the repair anew.");
        }
        return standing == steps.size()
                ? new Recovery(
                        Stands.ALL, steps, "Every statement of the run took effect.", "Check again: that verifies it.")
                : new Recovery(
                        Stands.PART,
                        steps,
                        standing + " of " + steps.size() + " statements of the run took effect.",
                        "Check again: the new plan holds what is left, and running it completes the repair.");
    }
}
