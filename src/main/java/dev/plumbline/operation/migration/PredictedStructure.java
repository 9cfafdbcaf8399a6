package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a database became what the trace predicted. Where the scratch server could not be given all of the structure, or words it otherwise, both differed before: only what differs now and did
 * not then counts.
 */
final class PredictedStructure {
    private static final int SHOWN = 8;

    private PredictedStructure() {}

    /** @throws ProblemException MIG-430 naming what is not as predicted */
    static void require(PlannedMigrations planned, StructureSnapshot live, String shown) {
        Set<StructureDifference> after = left(planned, live);
        if (!after.isEmpty()) {
            List<String> told =
                    after.stream().limit(SHOWN).map(PredictedStructure::inWords).toList();
            throw new ProblemException(new Problem(
                    Problem.Kind.CONFLICT,
                    "MIG-430",
                    "Comparing with what the scratch server became",
                    shown,
                    "every statement succeeded, but the database differs from the prediction in "
                            + String.join("; ", told)
                            + (after.size() > SHOWN ? "; and " + (after.size() - SHOWN) + " more." : "."),
                    "Somebody else may have changed it meanwhile, or a statement depended on rows: compare again."));
        }
    }

    /** What is not as predicted. */
    static Set<StructureDifference> left(PlannedMigrations planned, StructureSnapshot live) {
        Set<StructureDifference> after = differences(planned.trace().after(), live);
        after.removeAll(differences(planned.trace().before(), planned.live()));
        return after;
    }

    private static Set<StructureDifference> differences(StructureSnapshot predicted, StructureSnapshot live) {
        return new LinkedHashSet<>(
                StructureComparison.of(without(predicted), without(live)).differences());
    }

    static String inWords(StructureDifference difference) {
        StructureName name = difference.name();
        String words = name.kind().word() + " " + name.shown();
        return switch (difference.change()) {
            case ADDED -> words + ", which was not to be there";
            case REMOVED -> words + ", which is missing";
            case CHANGED ->
                words + " ("
                        + String.join(
                                ", ",
                                difference.properties().stream()
                                        .map(StructureDifference.Property::word)
                                        .toList())
                        + ")";
        };
    }

    /** Without the table of what was run, which is no migration's. */
    static StructureSnapshot without(StructureSnapshot structure) {
        List<Structure> kept = structure.things().stream()
                .filter(thing -> !isOfRevisions(thing.name()))
                .toList();
        return structure.withThings(kept);
    }

    private static boolean isOfRevisions(StructureName name) {
        return name.schema() != null && name.schema().text().equals(Revisions.TABLE)
                || name.name().equals(Revisions.TABLE)
                || name.name().startsWith(Revisions.TABLE)
                || name.parent() != null && name.parent().text().equals(Revisions.TABLE);
    }
}
