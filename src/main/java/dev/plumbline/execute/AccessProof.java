package dev.plumbline.execute;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.plan.Proof;
import java.util.Optional;

/**
 * A proof that also read who may do what, within the transaction that was rolled back: {@code before} its first step and {@code after} its last. Both are empty when
 * the proof failed, and when they were not asked for.
 */
public record AccessProof(Proof proof, Optional<AccessSnapshot> before, Optional<AccessSnapshot> after) {}
