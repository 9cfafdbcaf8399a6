package dev.plumbline.model.structure;

import java.util.Comparator;

/**
 * That {@code of} cannot be there without {@code on}, as {@code pg_depend} tells it (PostgreSQL manual 5.15). {@code ofDefault}: only the default of the column {@code of}
 * needs it. {@code ofPartition}: {@code of} is the part in a partition of the index or constraint {@code on}. A member of an extension stands for that extension.
 */
public record StructureNeed(StructureName of, boolean ofDefault, StructureName on, boolean ofPartition) {
    /** By name, for whoever writes them down. */
    public static final Comparator<StructureNeed> ORDER = Comparator.comparing(StructureNeed::of)
            .thenComparing(StructureNeed::on)
            .thenComparing(StructureNeed::ofDefault)
            .thenComparing(StructureNeed::ofPartition);
}
