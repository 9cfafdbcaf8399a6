package dev.plumbline.operation;

import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.model.upgrade.DbUpgrade;
import java.util.List;
import java.util.Optional;

/**
 * A DBUpgrade as it would be created: its text, what would be said against it, and its checks as they are now. {@code existing} is the one of this name that is there already, so
 * that this would be a change of it; {@code cluster} is the identity of the cluster that was read, and {@code digest} binds an approval to cluster and text.
 */
public record UpgradePlan(
        DbUpgrade draft,
        String yaml,
        List<Refusal> refusals,
        Optional<DbUpgrade> existing,
        GatesReport report,
        String cluster,
        String digest) {
    public UpgradePlan {
        refusals = List.copyOf(refusals);
    }

    /** Whether it can be created as it is. */
    public boolean isCreatable() {
        return refusals.isEmpty() && existing.isEmpty();
    }
}
