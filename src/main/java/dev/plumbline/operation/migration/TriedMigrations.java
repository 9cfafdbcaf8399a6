package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.Problem;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.RunOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How migrations went on the live server, where they were rolled back.
 *
 * @param outcome with the state and duration of each step; {@code ROLLED_BACK} when all of them ran
 * @param effects what each statement locked, wrote anew and read from end to end, by the id of its step
 * @param within what the database was made of behind the last statement, before it was rolled back; empty when a statement failed
 * @param changes what that differs in from before
 * @param unpredicted what of it the scratch server had not predicted, in words
 * @param moved sequences that stand elsewhere than before, in words, and what is not known of them
 * @param notAsBefore what reading again found to be otherwise than before; empty when the database is proved to be as it was, and when nothing ran
 */
public record TriedMigrations(
        MigrationTrial trial,
        RunOutcome outcome,
        Map<String, TracedEffect> effects,
        Optional<StructureSnapshot> within,
        List<StructureDifference> changes,
        List<String> unpredicted,
        List<String> moved,
        Optional<Problem> notAsBefore) {
    public TriedMigrations {
        effects = Map.copyOf(effects);
        changes = List.copyOf(changes);
        unpredicted = List.copyOf(unpredicted);
        moved = List.copyOf(moved);
    }

    /** Whether reading again found that the database is as it was before. False also where nothing ran, which left nothing to read. */
    public boolean isAsBefore() {
        return outcome.verifiedState().isPresent() && notAsBefore.isEmpty();
    }
}
