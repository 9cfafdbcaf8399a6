package dev.plumbline.drift.gate;

import dev.plumbline.model.Condition;
import dev.plumbline.model.upgrade.DbUpgrade;
import java.util.List;
import java.util.Optional;

/** What holds for a DBUpgrade whatever its checks say: what the operator's webhook keeps from being changed, and what the operator does otherwise than one would expect. */
public final class ChangeGuard {
    private ChangeGuard() {}

    /** Why the webhook would refuse any change of the spec now; empty when it would not. */
    public static Optional<String> refusal(DbUpgrade upgrade) {
        return upgrade.condition("Progressing")
                .map(Condition::status)
                .filter("True"::equals)
                .map(running -> "cannot update spec while migration is in progress (Progressing=True); wait for current"
                        + " migration to complete");
    }

    public static List<String> notes() {
        return List.of(
                "database.* can never be changed after creation; image, dir, checks and runner can.",
                "The operator runs atlas migrate apply alone: no lint, and a .atlas.hcl in the image has no effect.");
    }
}
