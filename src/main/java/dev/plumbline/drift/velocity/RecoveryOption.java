package dev.plumbline.drift.velocity;

import dev.plumbline.drift.velocity.RecoveryAnswer.Outcome;
import java.util.List;

/**
 * One way to recover, as it would go for one table: what it does in what order, what it does about each finding, what it loses, and what Velocity's published page says of
 * it that is not so. {@code lossIsFinal}: some of it cannot come back but from a backup.
 */
public record RecoveryOption(
        RecoveryRoute route,
        List<String> does,
        List<RecoveryAnswer> answers,
        List<String> loses,
        boolean lossIsFinal,
        List<String> pageSays) {
    public RecoveryOption {
        does = List.copyOf(does);
        answers = List.copyOf(answers);
        loses = List.copyOf(loses);
        pageSays = List.copyOf(pageSays);
    }

    /** Whether it can work for what was found. */
    public enum Verdict {
        NOTHING_TO_DO("nothing to do"),
        WORKS("works for all of it"),
        PARTLY("works for part of it"),
        DOES_NOT("does not work here");

        private final String shown;

        Verdict(String shown) {
            this.shown = shown;
        }

        public String shown() {
            return shown;
        }
    }

    /** What is beyond the resource is no drift and counts for nothing. */
    public Verdict verdict() {
        List<RecoveryAnswer> drift = answers.stream()
                .filter(answer -> answer.finding().cause().isDrift())
                .toList();
        if (drift.isEmpty()) {
            return Verdict.NOTHING_TO_DO;
        }
        if (drift.stream().allMatch(answer -> answer.outcome() == Outcome.SETS_RIGHT)) {
            return Verdict.WORKS;
        }
        boolean any = drift.stream()
                .anyMatch(answer -> answer.outcome() == Outcome.SETS_RIGHT || answer.outcome() == Outcome.ON_CONDITION);
        return any ? Verdict.PARTLY : Verdict.DOES_NOT;
    }
}
