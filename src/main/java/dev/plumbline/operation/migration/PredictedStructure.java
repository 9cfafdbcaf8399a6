package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
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
        Revisions records = planned.revisions();
        Set<StructureDifference> after = differences(planned.trace().after(), live, records);
        after.removeAll(differences(planned.trace().before(), planned.live(), records));
        return after;
    }

    private static Set<StructureDifference> differences(
            StructureSnapshot predicted, StructureSnapshot live, Revisions records) {
        return new LinkedHashSet<>(StructureComparison.of(without(predicted, records), without(live, records))
                .differences());
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
    static StructureSnapshot without(StructureSnapshot structure, Revisions records) {
        List<Structure> kept = structure.things().stream()
                .filter(thing -> !isOfRecords(thing.name(), records))
                .toList();
        return structure.withThings(kept);
    }

    /** Whether a thing is of the table of what was run, which a run makes and no file does. */
    static boolean isOfRecords(StructureName name, Revisions records) {
        return records.form() == DirectoryForm.PG_FLUX
                ? isOfTracking(name, records)
                : name.schema() != null && name.schema().text().equals(Revisions.TABLE)
                        || name.name().equals(Revisions.TABLE)
                        || name.name().startsWith(Revisions.TABLE)
                        || name.parent() != null && name.parent().text().equals(Revisions.TABLE);
    }

    /** {@code migrations} is a name that others give to tables, too: only the one in the chosen schema is meant, with its key. */
    private static boolean isOfTracking(StructureName name, Revisions records) {
        String table = records.form().table();
        if (name.kind() == StructureKind.SCHEMA) {
            return name.name().equals(records.schema().text());
        }
        boolean isThere = records.schema().equals(name.schema());
        return isThere
                && (name.name().equals(table)
                        || name.name().equals(table + "_pkey")
                        || name.parent() != null && name.parent().text().equals(table));
    }
}
