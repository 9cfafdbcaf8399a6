package dev.plumbline.access.preflight;

import java.util.List;
import java.util.stream.Collectors;

/** What was claimed for an operation, and what the server answered when it was tried; {@code answers} is empty where there was nothing to try it on. */
public record MeasuredRow(PreflightRow claimed, List<TrialAnswer> answers) {
    public MeasuredRow {
        answers = List.copyOf(answers);
    }

    static MeasuredRow of(PreflightRow claimed, List<TrialAnswer> all) {
        return new MeasuredRow(
                claimed,
                all.stream()
                        .filter(answer -> answer.trial().operation() == claimed.operation())
                        .filter(answer ->
                                java.util.Objects.equals(answer.trial().schema(), claimed.schema()))
                        .toList());
    }

    public boolean wasTried() {
        return !answers.isEmpty();
    }

    /** NO when one trial was refused, YES when all went through. */
    public Answer measured() {
        if (answers.stream().anyMatch(answer -> answer.answer() == Answer.NO)) {
            return Answer.NO;
        }
        boolean all = wasTried() && answers.stream().allMatch(answer -> answer.answer() == Answer.YES);
        return all ? Answer.YES : Answer.CANNOT_TELL;
    }

    /** True when what was claimed and what was measured contradict each other; what was not tried or left open contradicts nothing. */
    public boolean disagrees() {
        boolean told = claimed.answer() != Answer.CANNOT_TELL && measured() != Answer.CANNOT_TELL;
        return told && claimed.answer() != measured();
    }

    /** The SQLSTATEs met, each once. */
    public String states() {
        return answers.stream().map(TrialAnswer::state).distinct().collect(Collectors.joining(" "));
    }
}
