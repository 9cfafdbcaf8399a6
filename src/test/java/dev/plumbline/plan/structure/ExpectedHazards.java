package dev.plumbline.plan.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** pg-schema-diff's hazards, each with what we would have to say for it to be covered. */
final class ExpectedHazards {
    private static final Set<HazardKind> OF_LOAD = Set.of(
            HazardKind.COLUMN_TYPE_CHANGE,
            HazardKind.CONSTRAINT_SCAN,
            HazardKind.VALIDATE_CONSTRAINT_SCAN,
            HazardKind.TABLE_LOCK,
            HazardKind.INDEX_BUILD);

    private ExpectedHazards() {}

    static List<String> missing(List<String> expected, StructurePlan plan) {
        List<String> missing = new ArrayList<>();
        for (String hazard : expected) {
            if (plan.steps().stream().noneMatch(step -> covers(step, hazard))) {
                missing.add(hazard);
            }
        }
        return missing;
    }

    private static boolean covers(StructureStep step, String hazard) {
        return switch (hazard) {
            case "DeletesData" -> has(step, HazardKind.DATA_LOSS);
            case "AcquiresAccessExclusiveLock" -> step.lock().equals(Draft.ACCESS_EXCLUSIVE);
            case "AcquiresShareRowExclusiveLock" -> step.lock().equals(Draft.SHARE_ROW_EXCLUSIVE);
            case "IndexDropped" -> has(step, HazardKind.INDEX_DROPPED);
            case "IndexBuild" -> has(step, HazardKind.INDEX_BUILD);
            case "AuthzUpdate" -> has(step, HazardKind.ROW_ACCESS_CHANGE) || has(step, HazardKind.RLS_GAP);
            case "HasUntrackableDependencies" -> has(step, HazardKind.UNTRACKED_DEPENDENCIES);
            case "ImpactsDatabasePerformance" ->
                step.hazards().stream().anyMatch(named -> OF_LOAD.contains(named.kind()));
            case "Correctness" -> has(step, HazardKind.NOT_REPLICA_SAFE);
            default -> throw new IllegalArgumentException(hazard);
        };
    }

    private static boolean has(StructureStep step, HazardKind kind) {
        return step.hazards().stream().anyMatch(hazard -> hazard.kind() == kind);
    }
}
