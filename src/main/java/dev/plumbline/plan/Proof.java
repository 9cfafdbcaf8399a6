package dev.plumbline.plan;

import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a plan really did inside a transaction that was rolled back; {@code after} is empty when a step failed, and the problem names it.
 * {@code notes} are sentences about code of the database that the plan's statements fire. {@code access} is there when it was asked for and the proof did not fail.
 */
public record Proof(
        Optional<Snapshot> after,
        Optional<Problem> problem,
        Optional<String> failedStep,
        Duration took,
        List<String> notes,
        Optional<Access> access) {
    public Proof {
        notes = List.copyOf(notes);
    }

    /** Who might do what within the transaction, before its first step and after its last. */
    public record Access(AccessSnapshot before, AccessSnapshot after) {
        /** Who really gained and lost by the plan. */
        public PrivilegeDifference difference() {
            return PrivilegeDifference.between(before, after);
        }
    }

    public Proof(Optional<Snapshot> after, Optional<Problem> problem, Optional<String> failedStep, Duration took) {
        this(after, problem, failedStep, took, List.of(), Optional.empty());
    }
}
