package dev.plumbline.ui.repair;

import dev.plumbline.plan.Bracket;
import dev.plumbline.plan.Hazard;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.text.CountWords;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

/** Words and tones for steps and their groups. */
final class StepWords {
    private StepWords() {}

    /** A chip: a word and its tone. */
    record Chip(String text, Tone tone) {}

    static List<Chip> chips(StagedStep staged) {
        List<Chip> chips = new ArrayList<>();
        staged.step()
                .hazards()
                .forEach(hazard -> chips.add(
                        hazard == Hazard.HELD_BACK && staged.isAllowed()
                                ? new Chip("allowed", Tone.WARNING)
                                : new Chip(word(hazard), tone(hazard))));
        staged.step().warnings().stream()
                .map(warning -> new Chip(warning.words(), warning.blocking() ? Tone.WARNING : Tone.NEUTRAL))
                .distinct()
                .forEach(chips::add);
        return chips.isEmpty() ? List.of(new Chip("safe", Tone.OK)) : chips;
    }

    static String head(PlanRow.Head head) {
        String shown = head.group().shown();
        return shown.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + shown.substring(1) + " · "
                + CountWords.of(head.steps().size(), "step", "steps");
    }

    /** The step as a screen reader says it. */
    static String spoken(StagedStep staged) {
        StringBuilder said =
                new StringBuilder("Step ").append(staged.number()).append(staged.runs() ? ", in" : ", out");
        chips(staged).forEach(chip -> said.append(", ").append(chip.text()));
        said.append(": ").append(staged.sqlShown());
        if (!staged.greyedProperty().get().isEmpty()) {
            said.append(", ").append(staged.greyedProperty().get());
        }
        return said.toString();
    }

    private static String word(Hazard hazard) {
        return switch (hazard) {
            case OWNER_TRANSFER -> "destructive";
            case ACCESS_WIDENED -> "widens access";
            case ACCESS_NARROWED -> "narrows access";
            case ACCESS_TEMPORARY -> "temporary";
            case HELD_BACK -> "held back";
        };
    }

    static Tone tone(Hazard hazard) {
        return switch (hazard) {
            case OWNER_TRANSFER, ACCESS_NARROWED, HELD_BACK -> Tone.DANGER;
            case ACCESS_WIDENED -> Tone.WARNING;
            case ACCESS_TEMPORARY -> Tone.ACCENT;
        };
    }

    static Tone tone(AfterBadge.Kind kind) {
        return switch (kind) {
            case MODELLED -> Tone.NEUTRAL;
            case PROVED, ZERO_DIFFERENCES -> Tone.OK;
            case DIFFERENCES, NOT_READ -> Tone.WARNING;
            case NOT_PROVED -> Tone.DANGER;
        };
    }

    /** How the plan runs as a whole: in one transaction or not, and how long a statement waits for a lock. */
    static String terms(StagedPlan staged) {
        List<Bracket> brackets = Bracket.of(staged.plan());
        long transactions = brackets.stream().filter(Bracket::transaction).count();
        long alone = brackets.size() - transactions;
        String bracket = transactions > 1
                ? transactions + " transactions" + (alone == 0 ? "" : " and " + alone + " outside")
                : alone == 0
                        ? "one transaction"
                        : transactions == 0 ? "each statement by itself" : alone + " outside the transaction";
        if (staged.steps().isEmpty()) {
            return "";
        }
        IntSummaryStatistics timeouts = staged.steps().stream()
                .mapToInt(step -> step.step().lockTimeout().milliseconds() / 1000)
                .summaryStatistics();
        String timeout = timeouts.getMin() == timeouts.getMax()
                ? "lock timeout " + timeouts.getMax() + " s"
                : "lock timeouts from " + timeouts.getMin() + " to " + timeouts.getMax() + " s";
        return bracket + ", " + timeout;
    }

    static Tone tone(StepProgress progress) {
        return switch (progress) {
            case NOT_STARTED, WAITING, NOT_RUN -> Tone.NEUTRAL;
            case RUNNING, EXECUTED -> Tone.ACCENT;
            case STANDS -> Tone.OK;
            case ROLLED_BACK, UNKNOWN -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
        };
    }
}
