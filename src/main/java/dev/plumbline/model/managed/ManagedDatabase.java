package dev.plumbline.model.managed;

import dev.plumbline.model.ResourceRef;
import java.util.List;
import java.util.Map;

/**
 * A ManagedDatabase of dbaoperator.app-sre.redhat.com/v1alpha1. {@code hasLargeRows} is false where no threshold is written, which the operator takes for 0; {@code problems} say
 * which fields are missing, malformed or not of this kind.
 */
public record ManagedDatabase(
        ResourceRef ref,
        String uid,
        String resourceVersion,
        String desiredVersion,
        String dsnSecret,
        String migrationEngine,
        ContainerConfig container,
        List<Measure> measures,
        boolean hintsEnabled,
        boolean hasLargeRows,
        long largeRows,
        boolean readOnly,
        String currentVersion,
        List<Reported> errors,
        List<String> problems) {
    /** What the name of every login begins with that the operator makes: {@code dba_VERSION}. */
    public static final String LOGIN_PREFIX = "dba_";

    public ManagedDatabase {
        measures = List.copyOf(measures);
        errors = List.copyOf(errors);
        problems = List.copyOf(problems);
    }

    /** {@code spec.migrationContainerConfig}: a Secret that is mounted into the container; both empty when unset. */
    public record ContainerConfig(String secret, String mountName, String mountPath) {}

    /** An error of {@code status.errors}. */
    public record Reported(String message, boolean temporary) {}

    public enum Measures {
        TABLE_ESTIMATED_SIZE,
        TABLE_NEXT_ID,
        SQL_QUERY
    }

    /** One of {@code spec.exportDataMetrics}: {@code table} for the first two, the rest for a query of one's own. */
    public record Measure(
            Measures kind,
            String table,
            String query,
            String valueType,
            String name,
            String help,
            Map<String, String> labels) {
        public Measure {
            labels = Map.copyOf(labels);
        }
    }

    /** The name of the Secret that holds the credentials of a version. */
    public String secretOf(String version) {
        return ref.name() + "-" + version;
    }

    /** The login of a version, before anybody looked whether a server can store it. */
    public static String loginOf(String version) {
        return LOGIN_PREFIX + version;
    }

    /** The name of the Job that runs the migration to a version. */
    public String jobOf(String version) {
        return ref.name() + "-" + version;
    }
}
