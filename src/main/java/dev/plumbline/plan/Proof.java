package dev.plumbline.plan;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Snapshot;
import java.time.Duration;
import java.util.Optional;

/** What a plan really did inside a transaction that was rolled back; {@code after} is empty when a step failed, and the problem names it. */
public record Proof(Optional<Snapshot> after, Optional<Problem> problem, Optional<String> failedStep, Duration took) {}
