package dev.plumbline.ui.repair;

import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.Age;
import dev.plumbline.ui.text.CountWords;
import java.util.ArrayList;
import java.util.List;

/** How a run ended, in words: what happened, what stands, and what to do next; {@code again} is on the button that plans anew. */
public record RunResultWords(String headline, String standing, String next, String again, boolean good) {

    static RunResultWords of(RepairResult result, StagedPlan staged, ReviewWords words) {
        RunOutcome outcome = result.outcome();
        return new RunResultWords(
                headline(outcome, staged, words),
                standing(outcome),
                next(outcome, words),
                Texts.get(words == ReviewWords.ROTATION && isStopped(outcome) ? "rotation.resume" : "repair.again"),
                outcome.ending() == RunOutcome.Ending.VERIFIED || words.rollsBack() && isAsBefore(outcome));
    }

    /** Tried, rolled back, and read again as it was. */
    private static boolean isAsBefore(RunOutcome outcome) {
        return outcome.ending() == RunOutcome.Ending.ROLLED_BACK
                && outcome.problem().isEmpty();
    }

    private static String headline(RunOutcome outcome, StagedPlan staged, ReviewWords words) {
        String took = Age.of(outcome.took());
        return switch (outcome.ending()) {
            case VERIFIED -> words.get("verified", took);
            case DONE_NOT_VERIFIED -> "Every step stands, but reading again did not confirm it";
            case ROLLED_BACK ->
                isAsBefore(outcome)
                        ? words.get("verified", took)
                        : "Tried and rolled back, but reading again did not find everything as it was";
            case REFUSED -> "Nothing was run, and nothing changed";
            case FAILED -> failed(outcome, staged);
            case CANCELLED -> "Stopped after " + took;
            case UNKNOWN -> "The connection was lost, and the server could not yet say whether the changes took effect";
        };
    }

    private static String failed(RunOutcome outcome, StagedPlan staged) {
        return outcome.steps().stream()
                .filter(step -> step.state() == State.FAILED)
                .findFirst()
                .flatMap(step -> staged.step(step.stepId()))
                .map(step -> "Step " + step.number() + " failed")
                .orElse("The run failed");
    }

    /** Counts of what became of the steps; a step that is not run is said to be. */
    private static String standing(RunOutcome outcome) {
        List<String> parts = new ArrayList<>();
        add(parts, outcome, State.STANDS, "stands", "stand");
        add(parts, outcome, State.ROLLED_BACK, "was rolled back", "were rolled back");
        add(parts, outcome, State.FAILED, "failed", "failed");
        add(parts, outcome, State.NOT_RUN, "was not run", "were not run");
        add(parts, outcome, State.UNKNOWN, "is unknown", "are unknown");
        if (outcome.ending() == RunOutcome.Ending.ROLLED_BACK) {
            return counts(parts)
                    + (isAsBefore(outcome) ? " Read again: the database is made of what it was before." : "");
        }
        boolean untouched = outcome.steps().stream()
                .map(StepOutcome::state)
                .noneMatch(state -> state == State.STANDS || state == State.UNKNOWN);
        return untouched ? (counts(parts) + " The database is as it was before.").strip() : counts(parts);
    }

    private static String counts(List<String> parts) {
        return String.join(", ", parts) + (parts.isEmpty() ? "" : ".");
    }

    private static void add(List<String> parts, RunOutcome outcome, State state, String one, String many) {
        long count =
                outcome.steps().stream().filter(step -> step.state() == state).count();
        if (count > 0) {
            parts.add((parts.isEmpty() ? CountWords.of(count, "step", "steps") : Long.toString(count)) + " "
                    + (count == 1 ? one : many));
        }
    }

    private static boolean isStopped(RunOutcome outcome) {
        return outcome.ending() == RunOutcome.Ending.FAILED || outcome.ending() == RunOutcome.Ending.CANCELLED;
    }

    private static String next(RunOutcome outcome, ReviewWords words) {
        if (words.isResumed()
                && isStopped(outcome)
                && outcome.steps().stream().anyMatch(step -> step.state() == State.STANDS)) {
            return words.get("resume");
        }
        return switch (outcome.ending()) {
            case VERIFIED, ROLLED_BACK -> "";
            case DONE_NOT_VERIFIED, CANCELLED -> "Plan again to see what is left.";
            case REFUSED, FAILED -> outcome.problem().isPresent() ? "" : "Plan again to see what is left.";
            case UNKNOWN -> "Do not run again before the catalog was read: plan again.";
        };
    }
}
