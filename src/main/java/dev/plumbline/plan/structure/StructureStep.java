package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One statement on the way from one structure to another. {@code undo} is null where {@code undoNote} says why nothing leads back; undone last step first, a plan
 * leads back to where it began. {@code lock} is the server's name of the strongest lock that is taken on a table, or a dash. A step that is not
 * {@code transactional} is run by itself. {@code check} counts beforehand what would make it fail. {@code destructive}: rows or values are lost, so it is held back
 * until it is allowed by itself.
 */
public record StructureStep(
        String id,
        StructureName about,
        String difference,
        String reason,
        Sql sql,
        @Nullable Sql undo,
        String undoNote,
        SortedSet<StructureHazard> hazards,
        String lock,
        boolean transactional,
        @Nullable DataCheck check,
        boolean destructive) {
    /** The note of a step that left nothing to take back. */
    public static final String NOTHING_TO_UNDO = "Nothing is to be taken back.";

    public StructureStep {
        hazards = Collections.unmodifiableSortedSet(new TreeSet<>(hazards));
    }

    /** Held back until a person allows it. */
    public boolean needsAllowance() {
        return destructive || hazards.stream().anyMatch(StructureHazard::blocking);
    }
}
