package dev.plumbline.drift.structure;

import dev.plumbline.model.Gap;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Something that nothing can be said about, not even that it is equal, and why. {@code what} is a kind in the plural, or what it is in words. */
public record Uncompared(Layer layer, String what, String reason) {
    /** What the readings of the two structures leave open. */
    public static List<Uncompared> of(StructureSnapshot left, StructureSnapshot right) {
        Map<String, List<String>> reasons = new TreeMap<>();
        collect("left", left, reasons);
        collect("right", right, reasons);
        List<Uncompared> all = new ArrayList<>();
        reasons.forEach((what, why) -> all.add(new Uncompared(Layer.STRUCTURE, what, String.join(" ", why))));
        return all;
    }

    private static void collect(String side, StructureSnapshot state, Map<String, List<String>> reasons) {
        for (Gap gap : state.gaps()) {
            reasons.computeIfAbsent(gap.subject(), what -> new ArrayList<>())
                    .add("On the " + side + " they could not be read: " + gap.sqlState() + " " + gap.answer() + ".");
        }
        state.notCovered()
                .forEach((what, count) -> reasons.computeIfAbsent(what, kind -> new ArrayList<>())
                        .add("On the " + side + " there " + (count == 1 ? "is 1" : "are " + count)
                                + ", and Plumbline does not read what they hold."));
    }
}
