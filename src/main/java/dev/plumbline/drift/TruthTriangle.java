package dev.plumbline.drift;

import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Optional;

/** Spec, status and catalog side by side, field by field, and who of them is wrong. */
public final class TruthTriangle {
    private static final List<TruthField> FIELDS = List.of(
            new PhaseTruth(),
            new CheckTruth(
                    "Ownership",
                    List.of("OWN-101", "OWN-102", "OWN-103", "OWN-104", "DEF-201", "DEF-202"),
                    wanted -> "autoOwnership"),
            new DatabaseOwnerTruth(),
            new CheckTruth(
                    "Roles",
                    List.of("OWN-101", "OWN-102"),
                    wanted ->
                            wanted.ownerRole().shown() + ", " + wanted.appUser().shown()),
            new CheckTruth(
                    "Membership",
                    List.of("OWN-103"),
                    wanted -> wanted.appUser().shown() + " in "
                            + wanted.ownerRole().shown()),
            new CheckTruth(
                    "Default privileges",
                    List.of("DEF-201", "DEF-202"),
                    wanted -> 6 * wanted.schemas().size() + " rules"),
            new DriftStatusTruth());

    private TruthTriangle() {}

    /** An empty snapshot makes what rests on the catalog unknown; checks are those of {@link OwnershipChecks#run}. */
    public static List<TruthRow> compute(
            DeclaredDatabase resource, Optional<Snapshot> snapshot, List<CheckResult> checks) {
        Reading reading = new Reading(resource, snapshot, checks);
        return FIELDS.stream().flatMap(field -> field.row(reading).stream()).toList();
    }
}
