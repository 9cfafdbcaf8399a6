package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How many of a database's tables, views and sequences would go. Very many of them, or all, tell that the declared state is not that of this database: an empty or a wrong folder.
 */
public record MassDrop(long dropped, long live, int threshold) {
    private static final Set<StructureKind> COUNTED =
            Set.of(StructureKind.TABLE, StructureKind.VIEW, StructureKind.MATERIALIZED_VIEW, StructureKind.SEQUENCE);

    /** Empty as long as no more than {@code threshold} percent would go, and not all. */
    public static Optional<MassDrop> of(StructureSnapshot live, StructureComparison comparison, int threshold) {
        long there = live.things().stream()
                .filter(thing -> COUNTED.contains(thing.name().kind()) && !thing.ofExtension())
                .count();
        long gone = comparison.differences().stream()
                .filter(difference -> difference.change() == StructureDifference.Change.REMOVED
                        && COUNTED.contains(difference.name().kind()))
                .count();
        boolean tooMany = gone > 0 && (gone == there || gone * 100 > threshold * there);
        return tooMany ? Optional.of(new MassDrop(gone, there, threshold)) : Optional.empty();
    }

    public String shown() {
        return String.format(
                Locale.ROOT,
                "refusing to plan: %d of %d live objects (%d%%) would be dropped, exceeding the %d%% mass-drop threshold; see whether"
                        + " the folder belongs to this database, then say --allow-mass-drop.",
                dropped,
                live,
                dropped * 100 / live,
                threshold);
    }
}
