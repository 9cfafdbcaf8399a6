package dev.plumbline.plan.structure;

/** How a plan is to be made. {@code online}: in forms that let others go on writing, where there are such. What seems renamed is dropped and made: see the offers of the comparison. */
public record StructureOptions(boolean online) {
    public static StructureOptions standard() {
        return new StructureOptions(true);
    }
}
