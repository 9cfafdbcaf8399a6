package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.List;
import java.util.stream.Collectors;

/** What of a structure could not be built on the scratch server as it is: there a trace tells less. */
final class BuiltOtherwise {
    private static final int SHOWN = 6;

    private BuiltOtherwise() {}

    static List<String> notes(StructureSnapshot from, StructureSnapshot built) {
        List<StructureDifference> differences =
                StructureComparison.of(from, built).differences();
        if (differences.isEmpty()) {
            return List.of();
        }
        String names = differences.stream()
                .limit(SHOWN)
                .map(difference -> difference.name().kind().word() + " "
                        + difference.name().shown())
                .collect(Collectors.joining(", "));
        return List.of("Not the same on the scratch server, so that what statements do with these may differ: " + names
                + (differences.size() > SHOWN ? ", and " + (differences.size() - SHOWN) + " more." : "."));
    }
}
