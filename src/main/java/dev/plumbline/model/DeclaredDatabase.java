package dev.plumbline.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Database resource as it was read. {@code databaseName} is {@code spec.name}. Fields that were missing or of a wrong type are
 * in {@code problems} as sentences, and the record holds the field's default; a resource with problems is never repaired.
 * {@code status…} is what the operator last wrote, which may be stale or wrong.
 */
public record DeclaredDatabase(
        ResourceRef ref,
        String uid,
        String resourceVersion,
        long generation,
        String databaseName,
        InstanceRef instance,
        OwnershipModel ownership,
        @Nullable DriftPolicy driftPolicy,
        Map<String, String> annotations,
        String statusPhase,
        long statusObservedGeneration,
        String statusMessage,
        String statusOwnershipPhase,
        String statusDatabaseOwner,
        DriftStatus statusDrift,
        List<Condition> conditions,
        List<String> problems) {

    public DeclaredDatabase {
        annotations = Map.copyOf(annotations);
        conditions = List.copyOf(conditions);
        problems = List.copyOf(problems);
    }
}
