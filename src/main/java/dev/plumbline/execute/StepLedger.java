package dev.plumbline.execute;

import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each step so far; what ran and is not committed yet is settled all at once. */
final class StepLedger {
    private final Map<String, StepOutcome> outcomes = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();

    StepLedger(List<Step> steps) {
        steps.forEach(
                step -> outcomes.put(step.id(), new StepOutcome(step.id(), State.NOT_RUN, "", "", Duration.ZERO)));
    }

    /** The step's statement succeeded; whether it stands is settled by its transaction's end. */
    StepOutcome ran(Step step, String serverMessage, Duration took) {
        open.add(step.id());
        return put(new StepOutcome(step.id(), State.STANDS, "00000", serverMessage, took));
    }

    StepOutcome failed(Step step, String sqlState, String serverMessage, Duration took) {
        return put(new StepOutcome(step.id(), State.FAILED, sqlState, serverMessage, took));
    }

    /** The step's statement was stopped by a person. */
    StepOutcome stopped(Step step, Duration took) {
        return put(new StepOutcome(step.id(), State.ROLLED_BACK, "57014", "canceled on request", took));
    }

    /** What reading again says of a step whose answer was lost. */
    StepOutcome corrected(Step step, State state) {
        StepOutcome was = of(step.id());
        return put(new StepOutcome(step.id(), state, was.sqlState(), was.serverMessage(), was.took()));
    }

    /** The same outcome with something more to say. */
    StepOutcome remarked(Step step, String sentence) {
        StepOutcome was = of(step.id());
        return put(new StepOutcome(
                was.stepId(), was.state(), was.sqlState(), was.serverMessage() + ". " + sentence, was.took()));
    }

    /** Gives every step that waits for its transaction's end this state, and tells which those were. */
    List<StepOutcome> settle(State state) {
        List<StepOutcome> settled = new ArrayList<>();
        for (String id : open) {
            StepOutcome was = of(id);
            settled.add(put(new StepOutcome(id, state, was.sqlState(), was.serverMessage(), was.took())));
        }
        open.clear();
        return settled;
    }

    boolean stands(String stepId) {
        return !open.contains(stepId) && of(stepId).state() == State.STANDS;
    }

    boolean anythingRan() {
        return outcomes.values().stream().anyMatch(outcome -> outcome.state() != State.NOT_RUN);
    }

    boolean anythingStands() {
        return outcomes.values().stream().anyMatch(outcome -> outcome.state() == State.STANDS);
    }

    boolean untouched(Step step) {
        return of(step.id()).state() == State.NOT_RUN;
    }

    List<StepOutcome> outcomes() {
        return List.copyOf(outcomes.values());
    }

    private StepOutcome of(String stepId) {
        StepOutcome outcome = outcomes.get(stepId);
        if (outcome == null) {
            throw new IllegalArgumentException("the plan has no step " + stepId);
        }
        return outcome;
    }

    private StepOutcome put(StepOutcome outcome) {
        outcomes.put(outcome.stepId(), outcome);
        return outcome;
    }
}
