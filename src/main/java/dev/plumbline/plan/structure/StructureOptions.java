package dev.plumbline.plan.structure;

import dev.plumbline.drift.structure.RenameOffer;
import java.util.List;

/**
 * How a plan is to be made. {@code online}: in forms that let others go on writing, where there are such. {@code renames} are those that a person accepted; what
 * is not among them is dropped and made.
 */
public record StructureOptions(boolean online, List<RenameOffer> renames) {
    public StructureOptions {
        renames = List.copyOf(renames);
    }

    public static StructureOptions standard() {
        return new StructureOptions(true, List.of());
    }
}
