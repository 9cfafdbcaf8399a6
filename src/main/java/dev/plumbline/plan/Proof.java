package dev.plumbline.plan;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a plan really did inside a transaction that was rolled back; {@code after} is empty when a step failed, and the problem names it.
 * {@code notes} are sentences about code of the database that the plan's statements fire.
 */
public record Proof(
        Optional<Snapshot> after,
        Optional<Problem> problem,
        Optional<String> failedStep,
        Duration took,
        List<String> notes) {
    public Proof {
        notes = List.copyOf(notes);
    }

    public Proof(Optional<Snapshot> after, Optional<Problem> problem, Optional<String> failedStep, Duration took) {
        this(after, problem, failedStep, took, List.of());
    }
}
