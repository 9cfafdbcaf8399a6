package dev.plumbline.ui.repair;

import dev.plumbline.model.SafeMode;
import dev.plumbline.plan.Hazard;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.CountWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands at the foot of a repair: how much would run, its risks, where, and why it may not run yet ({@code refusal}, empty when it
 * may).
 */
public record Footer(String counts, List<HazardCount> hazards, String target, String digest, String refusal) {
    public static final Footer EMPTY = new Footer("", List.of(), "", "", "Nothing is planned yet.");

    /** {@code 2 widen access}. */
    public record HazardCount(Hazard hazard, long count) {
        public String shown() {
            String words = switch (hazard) {
                case OWNER_TRANSFER -> "destructive";
                case ACCESS_WIDENED -> count == 1 ? "widens access" : "widen access";
                case ACCESS_NARROWED -> count == 1 ? "narrows access" : "narrow access";
                case ACCESS_TEMPORARY -> "temporary";
                case HELD_BACK -> "held back";
            };
            return count + " " + words;
        }
    }

    static Footer of(
            StagedPlan staged, SafeMode mode, RunViewModel.Phase phase, Reading.Phase reading, ReviewWords words) {
        int chosen = staged.chosen().steps().size();
        int all = staged.steps().size();
        String counts = chosen == all
                ? CountWords.of(all, "step", "steps")
                : chosen + " of " + CountWords.of(all, "step", "steps");
        String digest = staged.chosen().digest();
        return new Footer(
                counts,
                hazards(staged),
                staged.plan().target().shown(),
                digest.substring(0, 4) + " " + digest.substring(4, 8),
                refusal(staged, mode, phase, reading, words));
    }

    private static List<HazardCount> hazards(StagedPlan staged) {
        List<HazardCount> counted = new ArrayList<>();
        for (Hazard hazard : Hazard.values()) {
            long count = hazard == Hazard.HELD_BACK
                    ? staged.waitingForAllowance().stream()
                            .filter(step -> step.step().hazards().contains(hazard))
                            .count()
                    : staged.running(hazard);
            if (count > 0) {
                counted.add(new HazardCount(hazard, count));
            }
        }
        return counted;
    }

    private static String refusal(
            StagedPlan staged, SafeMode mode, RunViewModel.Phase phase, Reading.Phase reading, ReviewWords words) {
        if (phase == RunViewModel.Phase.RUNNING || phase == RunViewModel.Phase.STOPPING) {
            return "A run is under way.";
        }
        if (phase == RunViewModel.Phase.ENDED) {
            return "This plan was run. Plan again to see what is left.";
        }
        if (reading != Reading.Phase.READY) {
            return reading.isRunning() ? "The catalog is being read again." : "The catalog could not be read again.";
        }
        if (mode == SafeMode.READ_ONLY) {
            return "This context is read-only. Export the script, or change its safe mode.";
        }
        if (staged.chosen().isEmpty()) {
            return nothingChosen(staged, words);
        }
        if (staged.chosen().blockingRefusals().stream()
                .anyMatch(refused -> refused.stepId().isEmpty())) {
            return words.get("blocked");
        }
        List<StagedStep> failing = staged.failing();
        if (!failing.isEmpty()) {
            return numbered(failing) + " would fail on rows that are there: correct them"
                    + (staged.isWhole() ? "." : ", or leave " + (failing.size() == 1 ? "it" : "them") + " out.");
        }
        List<StagedStep> waiting = staged.waitingForAllowance();
        return waiting.isEmpty() ? "" : allowance(waiting, staged.isWhole());
    }

    private static String nothingChosen(StagedPlan staged, ReviewWords words) {
        boolean needed = staged.steps().stream().anyMatch(StagedStep::isAskedFor);
        if (needed) {
            return "No step is chosen.";
        }
        if (!staged.plan().refusals().isEmpty()) {
            return "Nothing can be run: what is refused stands above.";
        }
        return words.get("nothing") + (staged.steps().isEmpty() ? "." : "; what is optional is off.");
    }

    private static String allowance(List<StagedStep> waiting, boolean whole) {
        boolean held = waiting.stream().allMatch(step -> step.step().hazards().equals(Set.of(Hazard.HELD_BACK)));
        String word = held ? "held back" : "destructive";
        return numbered(waiting)
                + (waiting.size() == 1
                        ? " is " + word + ": allow it" + (whole ? "." : ", or leave it out.")
                        : " are " + word + ": allow each of them" + (whole ? "." : ", or leave them out."));
    }

    private static String numbered(List<StagedStep> steps) {
        String numbers =
                steps.stream().map(step -> Integer.toString(step.number())).collect(Collectors.joining(", "));
        return (steps.size() == 1 ? "Step " : "Steps ") + numbers;
    }
}
