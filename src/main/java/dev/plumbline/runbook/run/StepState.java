package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far one step is. {@code begun} is when it first ran since it last failed, {@code ended} when what it is now was written down; {@code sentence} and {@code evidence} are what was last said of it; {@code answer} what a
 * person said.
 */
public record StepState(
        Block block,
        StepStatus status,
        Optional<Instant> begun,
        Optional<Instant> ended,
        String sentence,
        List<String> evidence,
        String answer) {
    public StepState {
        evidence = List.copyOf(evidence);
    }

    static StepState pending(Block block) {
        return new StepState(block, StepStatus.PENDING, Optional.empty(), Optional.empty(), "", List.of(), "");
    }

    public StepState with(StepStatus next) {
        return new StepState(block, next, begun, ended, sentence, evidence, answer);
    }

    /** How long it took, where it has begun and ended. Nothing for what was left out: between its failing and that, a person thought. */
    public Optional<Duration> took() {
        return status == StepStatus.SKIPPED
                ? Optional.empty()
                : begun.flatMap(from -> ended.map(to -> Duration.between(from, to)));
    }
}
