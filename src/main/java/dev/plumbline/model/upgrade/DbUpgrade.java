package dev.plumbline.model.upgrade;

import dev.plumbline.model.Condition;
import dev.plumbline.model.ResourceRef;
import java.util.List;
import java.util.Optional;

/**
 * A DBUpgrade of dbupgrade.subbug.learning/v1alpha1. {@code deadlineSeconds} is 0 when unset; {@code jobCompletedAt} is RFC 3339 text, empty when unset; {@code problems} say
 * which fields are missing, malformed or not of this kind.
 */
public record DbUpgrade(
        ResourceRef ref,
        String uid,
        long generation,
        String image,
        String dir,
        UpgradeDatabase database,
        List<PodVersionCheck> podVersions,
        List<MetricCheck> preMetrics,
        List<MetricCheck> postMetrics,
        long deadlineSeconds,
        long observedGeneration,
        String jobCompletedAt,
        List<Condition> conditions,
        List<String> problems) {

    public DbUpgrade {
        podVersions = List.copyOf(podVersions);
        preMetrics = List.copyOf(preMetrics);
        postMetrics = List.copyOf(postMetrics);
        conditions = List.copyOf(conditions);
        problems = List.copyOf(problems);
    }

    /** One that does not exist yet: a name and a spec. */
    public static DbUpgrade draft(
            ResourceRef ref,
            String image,
            String dir,
            UpgradeDatabase database,
            List<PodVersionCheck> podVersions,
            List<MetricCheck> preMetrics,
            List<MetricCheck> postMetrics,
            long deadlineSeconds) {
        return new DbUpgrade(
                ref,
                "",
                0,
                image,
                dir,
                database,
                podVersions,
                preMetrics,
                postMetrics,
                deadlineSeconds,
                0,
                "",
                List.of(),
                List.of());
    }

    /** Whether both ask for the same. */
    public boolean hasSpecOf(DbUpgrade other) {
        return image.equals(other.image)
                && dir.equals(other.dir)
                && database.equals(other.database)
                && podVersions.equals(other.podVersions)
                && preMetrics.equals(other.preMetrics)
                && postMetrics.equals(other.postMetrics)
                && deadlineSeconds == other.deadlineSeconds;
    }

    public Optional<Condition> condition(String type) {
        return conditions.stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    /** True when the operator has not yet looked at the spec as it is now. */
    public boolean isChangedSinceObserved() {
        return observedGeneration != generation;
    }
}
